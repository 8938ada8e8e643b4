/*
 * Runs after every project: holds what the plugin said and wrote against the project's folder 'expected'.
 *
 *   expected/console.txt         the plugin's lines of the log, messages and evidence left out
 *   expected/MODULE/results.txt  the results in the module's SARIF file, one a line
 *   expected/baseline.txt        the project's baseline file
 *
 * What differs from machine to machine or with the analysis stands as PROJECT and COVERAGE. To accept what is new, copy it from the message.
 */
import groovy.json.JsonSlurper

// the path of this script's folder begins with the project's
File project = new File(basedir.path.replaceAll('([/\\\\][.][.])+$', ''))
File expected = new File(project, 'expected')
def somewhere = '[^ ]*[/\\\\]it[/\\\\][^/\\\\ ]+[/\\\\]' + project.name

def console = {
    new File(project, 'build.log').readLines('UTF-8')
            .collect { it.replaceAll('\u001b\\[[0-9;]*m', '') }
            .findAll { it ==~ /\[\w+\] (.*:\[\d+,\d+\] .*|lambda-db.*: \d.*|.*findings? at or above.*|BUILD .*)/ }
            .findAll { !it.contains('COMPILATION') }
            .collect { it.replaceAll(somewhere, 'PROJECT').replaceAll(/; \d+ gaps?; .* s$/, '; COVERAGE') }
            .collect { it.replaceAll(/(:\[\d+,\d+\] [a-z-]+): .*/, '$1') } // messages may be worded anew
            .collect { it.replaceAll(/^\[\w+\] BUILD/, 'BUILD') } // an error to some versions of Maven
            .collect { it.replaceAll(/.*project [^ ]+: (\d+ findings? at)/, '[ERROR] $1') }
            .join('\n')
}

def results = { File sarif ->
    new JsonSlurper().parse(sarif, 'UTF-8').runs[0].results.collect {
        def place = it.locations[0].physicalLocation
        def file = place.artifactLocation.uri.replaceAll(somewhere + '/', '')
        def status = it.suppressions ? ' suppressed' : it.baselineState == 'unchanged' ? ' baselined' : ''
        "$it.level $it.ruleId $file:$place.region.startLine:$place.region.startColumn$status"
    }.join('\n')
}

def baseline = {
    def above = /"[^ "]*\/it\/[^\/ "]+\// + project.name + '/'
    new File(project, 'lambda-db-baseline.json').getText('UTF-8').replaceAll(above, '"')
}

def actualOf = { File wanted, String module ->
    switch (wanted.name) {
        case 'console.txt': return console()
        case 'baseline.txt': return baseline()
        default: return results(new File(project, module + '/target/lambda-db/lambda-db.sarif'))
    }
}

int compared = 0
expected.eachFileRecurse(groovy.io.FileType.FILES) { File wanted ->
    String module = expected.toPath().relativize(wanted.parentFile.toPath())
    String actual = actualOf(wanted, module)
    compared++
    assert actual.trim() == wanted.getText('UTF-8').trim() : "$module/$wanted.name of $project.name is now:\n$actual\n"
}
assert compared > 0 : "$project.name expects nothing"
