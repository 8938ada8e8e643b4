package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import java.util.List;

/**
 * Where the sessions of a source end, as far as its URL and the templates tell.
 *
 * @param kind what the URL's host is
 * @param databases the deployed databases that it may be, behind the proxy if one stands between; more than one when nothing
 *     decides between them
 * @param proxies the deployed proxies that stand between, as far as known
 * @param certainty definite when the URL itself names the host, or is made of the endpoint that a template deploys; possible when
 *     only the function's variables, or what else its templates deploy, speak for it
 * @param evidence the value of the URL, then where the template declares what it refers to
 * @param idleLimits when its databases end idle sessions by themselves; none when a proxy stands between
 */
public record Endpoint(
        Kind kind,
        List<DeployedDatabase> databases,
        List<DeployedProxy> proxies,
        Certainty certainty,
        Evidence evidence,
        List<IdleLimit> idleLimits) {
    /** What a host is. */
    public enum Kind {
        /** An instance of RDS. */
        INSTANCE,
        /** A cluster's endpoint for writers. */
        CLUSTER,
        /** A cluster's endpoint for readers. */
        READER,
        /** An RDS Proxy. */
        PROXY,
        /** Aurora DSQL. */
        DSQL,
        /** This machine. */
        LOCAL,
        /** The database runs in the process. */
        EMBEDDED,
        /** Some other host, or one that only the running function knows. */
        UNKNOWN
    }

    public Endpoint {
        databases = List.copyOf(databases);
        proxies = List.copyOf(proxies);
        idleLimits = List.copyOf(idleLimits);
    }

    public Endpoint(
            Kind kind,
            List<DeployedDatabase> databases,
            List<DeployedProxy> proxies,
            Certainty certainty,
            Evidence evidence) {
        this(kind, databases, proxies, certainty, evidence, List.of());
    }

    public Endpoint with(List<IdleLimit> limits) {
        return new Endpoint(kind, databases, proxies, certainty, evidence, limits);
    }

    /** Whether sessions surely end at a proxy. */
    public boolean isProxy() {
        return kind == Kind.PROXY && certainty == Certainty.DEFINITE;
    }
}
