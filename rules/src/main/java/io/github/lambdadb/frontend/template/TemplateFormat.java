package io.github.lambdadb.frontend.template;

import io.github.lambdadb.facts.Deployments;

/** One format of templates. */
public interface TemplateFormat {
    /** What the files of this format deploy; never throws, what it cannot read becomes a gap of the files. */
    Deployments read(TemplateFiles files);
}
