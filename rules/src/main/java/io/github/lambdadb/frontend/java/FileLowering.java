package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.source.SuppressionMark;
import java.util.List;
import java.util.Map;

/**
 * What a file is lowered to: its types by qualified name, anonymous and local ones included, and the suppression
 * annotations.
 */
record FileLowering(Map<String, TypeDecl> types, List<SuppressionMark> marks) {
    static final FileLowering NOTHING = new FileLowering(Map.of(), List.of());

    static FileLowering of(SourceFile file, CompilationUnit unit, KnownTypes known) {
        Scope scope = new Scope();
        String packageName =
                unit.getPackageDeclaration().map(NodeWithName::getNameAsString).orElse("");
        Names names = new Names(unit, packageName, known, scope);
        FileContext context = new FileContext(file.name(), scope, names);
        Lowering lowering = new Lowering(context);
        unit.getTypes().forEach(type -> scope.type(type.getNameAsString(), name(file, packageName, type)));
        for (TypeDeclaration<?> type : unit.getTypes()) {
            lowering.declarations().topLevel(type, name(file, packageName, type));
        }
        return new FileLowering(context.lowered(), context.marks());
    }

    private static String name(SourceFile file, String packageName, TypeDeclaration<?> type) {
        if (type instanceof ClassOrInterfaceDeclaration declaration && declaration.isCompact()) {
            return file.primaryType();
        }
        return packageName.isEmpty() ? type.getNameAsString() : packageName + "." + type.getNameAsString();
    }
}
