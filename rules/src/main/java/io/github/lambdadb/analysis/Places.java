package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.LibraryType;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the variables and fields that names mean, reads and writes them. */
final class Places {
    /** Annotations by which a container fills a field. */
    private static final Set<String> INJECTING = Set.of(
            "Inject",
            "Autowired",
            "Resource",
            "Value",
            "ConfigProperty",
            "PersistenceContext",
            "PersistenceUnit",
            "EJB",
            "Property",
            "Named",
            "Qualifier");

    private final Interpreter interpreter;
    private final Machine machine;

    Places(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    /** The one place that the expression names, if it names one. */
    Optional<Key> keyOf(Expr expression) {
        if (expression instanceof Expr.Local local) {
            return Optional.of(localKey(local.name()));
        }
        if (expression instanceof Expr.Name name) {
            return field(name.name()).flatMap(Field::key);
        }
        if (expression instanceof Expr.FieldAccess access) {
            return fieldOf(access).flatMap(Field::key);
        }
        return Optional.empty();
    }

    /** A field: of an object, or static. */
    private record Field(Term holder, String owner, TypeDecl.Field declared) {
        Optional<Key> key() {
            if (declared.isStatic()) {
                return Optional.of(Key.staticField(owner, declared.name()));
            }
            return holder instanceof Term.Reference reference
                    ? Optional.of(Key.field(reference.object(), declared.name()))
                    : Optional.empty();
        }
    }

    private Key localKey(String name) {
        for (Optional<Frame> frame = Optional.of(machine.frame());
                frame.isPresent();
                frame = frame.orElseThrow().lexical()) {
            Key key = Key.local(frame.orElseThrow(), name);
            if (machine.store().get(key).isPresent()) {
                return key;
            }
        }
        return Key.local(machine.frame(), name);
    }

    Term local(String name) {
        return machine.store().get(localKey(name)).orElse(Term.unknown("the variable '" + name + "' is not assigned"));
    }

    /** What a simple name that is no local variable means here. */
    Term name(Expr.Name expression) {
        Optional<Field> field = field(expression.name());
        if (field.isPresent()) {
            return read(field.get());
        }
        for (String type : staticImports(expression.name())) {
            Optional<Term> imported = staticField(type, expression.name());
            if (imported.isPresent()) {
                return imported.get();
            }
        }
        return Term.unknown("the name '" + expression.name() + "' is not known");
    }

    List<String> staticImports(String member) {
        TypeDecl owner = machine.frame().owner();
        List<String> types = new java.util.ArrayList<>(owner.staticImports().getOrDefault(member, List.of()));
        types.addAll(owner.staticStarImports());
        return types;
    }

    private Optional<Field> field(String name) {
        Frame frame = machine.frame();
        Term self = frame.self();
        String type = frame.owner().name();
        for (int nesting = 0; nesting < 20 && !type.isEmpty(); nesting++) {
            Optional<Field> field = declaredField(type, name, self);
            if (field.isPresent()) {
                return field;
            }
            String inner = type;
            self = outer(self);
            type = machine.types().declaration(inner).map(TypeDecl::outer).orElseGet(() -> enclosing(inner));
        }
        return Optional.empty();
    }

    /** Local and anonymous classes are no types of the program; their frames know where they stand. */
    private String enclosing(String inner) {
        for (Frame frame : machine.frame().stack()) {
            if (frame.owner().name().equals(inner)) {
                return frame.owner().outer();
            }
        }
        return machine.frame().owner().outer();
    }

    Term outer(Term self) {
        if (self instanceof Term.Reference reference
                && reference.object().shape() instanceof HeapObject.Shape.Instance instance) {
            return instance.outer();
        }
        return Plain.NULL;
    }

    private Optional<Field> declaredField(String type, String name, Term holder) {
        if (machine.frame().owner().name().equals(type)) {
            Optional<TypeDecl.Field> own = machine.frame().owner().field(name);
            if (own.isPresent()) {
                return Optional.of(new Field(holder, type, own.get()));
            }
        }
        for (String candidate : machine.types().hierarchy(type)) {
            Optional<TypeDecl> declared = machine.types().declaration(candidate);
            Optional<TypeDecl.Field> field = declared.flatMap(decl -> decl.field(name));
            if (field.isPresent()) {
                return Optional.of(new Field(holder, candidate, field.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Field> fieldOf(Expr.FieldAccess access) {
        if (access.target() instanceof Expr.Type type) {
            return declaredField(type.type().name(), access.name(), Plain.NULL);
        }
        Term holder =
                access.target() instanceof Expr.Super ? machine.frame().self() : interpreter.evaluate(access.target());
        if (holder instanceof Term.Choice) {
            List<Term> objects = holder.options().stream()
                    .filter(option -> option instanceof Term.Reference)
                    .toList();
            holder = objects.size() == 1 ? objects.get(0) : holder;
        }
        Term only = holder;
        return machine.types().typeOf(only).flatMap(type -> declaredField(type, access.name(), only));
    }

    Term fieldAccess(Expr.FieldAccess access) {
        if (access.target() instanceof Expr.Type type) {
            return staticField(type.type().name(), access.name())
                    .orElse(Term.unknown("the field '" + access.name() + "' of " + type.type() + " is not known"));
        }
        Optional<Field> field = fieldOf(access);
        if (field.isPresent()) {
            return read(field.get());
        }
        Term holder = interpreter.evaluate(access.target());
        return Join.map(holder, one -> {
            if (access.name().equals("length")) {
                return new Term.Opaque(TypeName.of("int"), "the length of an array");
            }
            return machine.types()
                    .typeOf(one)
                    .flatMap(type -> declaredField(type, access.name(), one))
                    .map(this::read)
                    .orElse(Term.unknown("the field '" + access.name() + "' is not known"));
        });
    }

    /** A static field of the sources or a constant of a library. */
    Optional<Term> staticField(String type, String name) {
        Optional<Field> field = declaredField(type, name, Plain.NULL);
        if (field.isPresent()) {
            return Optional.of(read(field.get()));
        }
        return machine.types().hierarchy(type).stream()
                .flatMap(owner -> machine.program().library(owner).stream())
                .flatMap(library -> library.fields().stream()
                        .filter(candidate -> candidate.name().equals(name) && candidate.isStatic())
                        .map(candidate -> libraryConstant(library.name(), candidate)))
                .findFirst()
                .or(() -> CdkCalls.constant(type, name));
    }

    private static Term libraryConstant(String owner, LibraryType.LibraryField field) {
        if (field.constant().isEmpty() && field.type().name().equals(owner)) {
            return new Term.Constant(new EnumConstant(owner, field.name()), Evidence.none());
        }
        return field.constant().isEmpty()
                ? new Term.Opaque(field.type(), "a field of a library")
                : new Term.Constant(field.constant().get(0), Evidence.none());
    }

    private Term read(Field field) {
        TypeName type = field.declared().type();
        if (field.declared().isStatic()) {
            interpreter.construction().initialise(field.owner());
            Term initial = Primitives.initial(type.name(), type.dimensions());
            return machine.store()
                    .get(field.key().orElseThrow())
                    .map(term -> written(term, initial))
                    .orElse(initial);
        }
        if (!(field.holder() instanceof Term.Reference reference)) {
            return new Term.Opaque(type, "a field of an object that is not known");
        }
        Optional<Term> given = isInjected(field.declared())
                ? interpreter.beans().find(Request.of(field.declared()))
                : Optional.empty();
        if (given.isPresent()) {
            return written(machine.read(reference.object(), field.declared().name()), given.get());
        }
        boolean foreign =
                reference.object().shape() instanceof HeapObject.Shape.Foreign || isInjected(field.declared());
        Term initial = foreign
                ? new Term.Opaque(type, "a field that is filled from outside")
                : Primitives.initial(type.name(), type.dimensions());
        return written(machine.read(reference.object(), field.declared().name()), initial);
    }

    private static boolean isInjected(TypeDecl.Field field) {
        return field.annotations().stream()
                .anyMatch(annotation -> INJECTING.contains(annotation.type().simpleName()));
    }

    /** Replaces what was never written by what the field holds at first. */
    private static Term written(Term term, Term initial) {
        return Join.map(term, option -> option instanceof Term.Unset ? initial : option);
    }

    /** Writes to what the expression names; weakly if it may name several places. */
    void assign(Expr target, Term value) {
        if (target instanceof Expr.Index index) {
            interpreter.library().store(interpreter.evaluate(index.array()), value);
            return;
        }
        Optional<Key> key = keyOf(target);
        if (key.isPresent()) {
            if (key.get().isStatic()) {
                interpreter.construction().initialise(ownerOf(key.get()));
            }
            String name = key.get().name();
            machine.recorder().named(value, name.substring(name.lastIndexOf('.') + 1));
            machine.store().put(key.get(), value);
            return;
        }
        if (target instanceof Expr.FieldAccess access && !(access.target() instanceof Expr.Type)) {
            Term holder = interpreter.evaluate(access.target());
            for (Term option : holder.options()) {
                if (option instanceof Term.Reference reference) {
                    machine.add(reference.object(), access.name(), value);
                }
            }
        }
    }

    private static String ownerOf(Key key) {
        return key.name().substring(0, key.name().lastIndexOf('.'));
    }

    /** The value with the declared type where the value itself has none. */
    Term typed(Term value, TypeName declared) {
        if (declared.name().equals("var") || !declared.resolved()) {
            return value;
        }
        return Join.map(value, option -> {
            if (option instanceof Term.Reference reference
                    && machine.types().typeOf(reference.object()).equals("?")) {
                machine.types().refine(reference.object(), declared.name());
            }
            if (option instanceof Term.Opaque opaque
                    && (!opaque.type().resolved() || opaque.type().name().equals("java.lang.Object"))) {
                return new Term.Opaque(declared, opaque.reason(), opaque.carried());
            }
            return option;
        });
    }
}
