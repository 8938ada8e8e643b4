#!/usr/bin/env python3
"""Makes the trees S and L from sources jars: trees.py FOLDER. Only Maven fetches them; what is there already is kept."""
import pathlib
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
FILES = {"S": 204, "L": 12819}


def artifacts():
    for line in (HERE / "artifacts.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            trees, coordinates = line.split()
            yield trees, coordinates.split(":")


def pom(wanted):
    dependencies = "".join(
        f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId><version>{version}</version>"
        "<classifier>sources</classifier>"
        "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>"
        for _, (group, artifact, version) in wanted
    )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>benchmark</groupId><artifactId>trees</artifactId><version>1</version><packaging>pom</packaging>"
        f"<dependencies>{dependencies}</dependencies></project>"
    )


def unpack(jar, folder):
    with zipfile.ZipFile(jar) as archive:
        for name in archive.namelist():
            if name.endswith(".java") and not name.startswith("META-INF/"):
                archive.extract(name, folder)


def main():
    work = pathlib.Path(sys.argv[1]).resolve()
    wanted = list(artifacts())
    jars = work / "jars"
    if not all((jars / f"{artifact}-{version}-sources.jar").exists() for _, (_, artifact, version) in wanted):
        jars.mkdir(parents=True, exist_ok=True)
        (jars / "pom.xml").write_text(pom(wanted))
        subprocess.run(["mvn", "-q", "-B", "-f", jars / "pom.xml", COPY, f"-DoutputDirectory={jars}"], check=True)
    for tree, expected in FILES.items():
        if not (work / tree).exists():
            for trees, (_, artifact, version) in wanted:
                if tree in trees:
                    unpack(jars / f"{artifact}-{version}-sources.jar", work / tree / artifact)
        found = sum(1 for _ in (work / tree).rglob("*.java"))
        if found != expected:
            sys.exit(f"The tree {tree} has {found} files, not {expected}: the figures cannot be compared.")


main()
