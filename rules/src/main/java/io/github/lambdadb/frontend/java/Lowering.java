package io.github.lambdadb.frontend.java;

/** The parts of the lowering of one file, which call one another. */
final class Lowering {
    private final ExpressionLowering expressions;
    private final StatementLowering statements;
    private final SwitchLowering switches;
    private final PatternLowering patterns;
    private final AnnotationLowering annotations;
    private final TypeLowering declarations;

    Lowering(FileContext context) {
        this.expressions = new ExpressionLowering(context, this);
        this.statements = new StatementLowering(context, this);
        this.switches = new SwitchLowering(context, this);
        this.patterns = new PatternLowering(context);
        this.annotations = new AnnotationLowering(context, this);
        this.declarations = new TypeLowering(context, this);
    }

    ExpressionLowering expressions() {
        return expressions;
    }

    StatementLowering statements() {
        return statements;
    }

    SwitchLowering switches() {
        return switches;
    }

    PatternLowering patterns() {
        return patterns;
    }

    AnnotationLowering annotations() {
        return annotations;
    }

    TypeLowering declarations() {
        return declarations;
    }
}
