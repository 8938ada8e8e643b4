package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.ContainerModel;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Containers that the code starts by itself: which classes each of them is made of. */
final class BeanContexts {
    private final Interpreter interpreter;
    private final Machine machine;
    private final List<Beans> started = new ArrayList<>();

    BeanContexts(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    /** A call or construction of the type with class literals or names of files; empty if it starts no container. */
    Optional<List<Term>> start(String type, List<Term> arguments, Location at) {
        Optional<ContainerModel> model = machine.catalog().containers().stream()
                .filter(container -> machine.types().hierarchy(type).stream().anyMatch(container.starts()::contains))
                .findFirst();
        List<TypeDecl> roots = arguments.stream()
                .flatMap(argument -> classLiterals(argument).stream())
                .flatMap(name -> machine.types().declaration(name).stream())
                .toList();
        List<String> files = arguments.stream()
                .flatMap(argument -> texts(argument).stream())
                .filter(text -> text.endsWith(".xml"))
                .toList();
        if (model.isEmpty() || (roots.isEmpty() && files.isEmpty())) {
            return Optional.empty();
        }
        Beans beans = new Beans(interpreter, model.get());
        started.add(beans);
        return Optional.of(start(beans, model.get(), roots, files, at));
    }

    private List<Term> start(Beans beans, ContainerModel model, List<TypeDecl> roots, List<String> named, Location at) {
        BeanFiles files = new BeanFiles(machine);
        named.forEach(name -> files.read(name, at));
        Set<TypeDecl> classes = new LinkedHashSet<>(classes(model, roots));
        for (TypeDecl type : List.copyOf(classes)) {
            for (TypeDecl.Annotation annotation : type.annotations()) {
                if (model.files().contains(annotation.type().name())) {
                    annotation.members().values().stream()
                            .flatMap(member -> texts(interpreter.evaluate(member)).stream())
                            .forEach(name -> files.read(name, type.at()));
                }
            }
        }
        classes.addAll(classes(model, components(model, files.packages())));
        return beans.start(roots, List.copyOf(classes), files);
    }

    /** Starts the containers that a framework starts before each handler of the module; all that they make. */
    List<Term> around() {
        List<Term> made = new ArrayList<>();
        for (ContainerModel model : machine.catalog().containers()) {
            boolean isAround = model.serving().around().stream().anyMatch(machine::uses);
            if (isAround) {
                Beans beans = new Beans(interpreter, model);
                started.add(beans);
                made.addAll(beans.start(List.of(), components(model), new BeanFiles(machine)));
            }
        }
        return made;
    }

    /** Starts a container that is the function itself; one that is started around handlers runs already. */
    Served serve(ContainerModel model, TypeDecl root) {
        Optional<Beans> running =
                started.stream().filter(beans -> beans.isOf(model)).findFirst();
        if (running.isPresent()) {
            return new Served(List.of(), running.get().served());
        }
        Beans beans = new Beans(interpreter, model);
        started.add(beans);
        List<Term> made = start(beans, model, List.of(root), List.of(), root.at());
        return new Served(made, beans.served());
    }

    /** All classes of the module that the container makes objects of. */
    private List<TypeDecl> components(ContainerModel model) {
        return model.components().stream()
                .flatMap(component -> machine.program().annotated(component).stream())
                .filter(type -> !type.isInterface()
                        && !type.isAbstract()
                        && machine.program().isOwn(type.at().file()))
                .distinct()
                .sorted(java.util.Comparator.comparing(TypeDecl::name))
                .toList();
    }

    private List<String> classLiterals(Term argument) {
        List<String> names = new ArrayList<>();
        for (Term option : argument.options()) {
            if (option instanceof Term.Constant constant && constant.value() instanceof Expressions.ClassName name) {
                names.add(name.name());
            } else if (option instanceof Term.Reference reference
                    && reference.object().shape() instanceof HeapObject.Shape.Container) {
                Containers.elements(machine, reference.object())
                        .forEach(element -> names.addAll(classLiterals(element)));
            }
        }
        return names;
    }

    /** The classes themselves, those they import, and the components of the packages they look through. */
    private List<TypeDecl> classes(ContainerModel model, List<TypeDecl> roots) {
        Set<TypeDecl> classes = new LinkedHashSet<>();
        List<TypeDecl> queue = new ArrayList<>(roots);
        while (!queue.isEmpty()) {
            TypeDecl next = queue.remove(0);
            if (!next.isInterface() && !next.isAbstract() && classes.add(next)) {
                queue.addAll(imported(model, next));
                queue.addAll(scanned(model, next));
            }
        }
        return List.copyOf(classes);
    }

    private List<TypeDecl> imported(ContainerModel model, TypeDecl type) {
        return type.annotations().stream()
                .filter(annotation -> model.imports().contains(annotation.type().name()))
                .flatMap(annotation -> annotation.members().values().stream())
                .flatMap(member -> classLiterals(interpreter.evaluate(member)).stream())
                .flatMap(name -> machine.types().declaration(name).stream())
                .toList();
    }

    private List<TypeDecl> scanned(ContainerModel model, TypeDecl type) {
        List<TypeDecl> found = new ArrayList<>();
        for (TypeDecl.Annotation annotation : type.annotations()) {
            if (model.scans().contains(annotation.type().name())) {
                found.addAll(components(model, packages(type, annotation)));
            }
        }
        return found;
    }

    private List<TypeDecl> components(ContainerModel model, Collection<String> packages) {
        return model.components().stream()
                .flatMap(component -> machine.program().annotated(component).stream())
                .filter(declared ->
                        packages.stream().anyMatch(name -> declared.name().startsWith(name + ".")))
                .toList();
    }

    private List<String> packages(TypeDecl type, TypeDecl.Annotation annotation) {
        List<String> packages = new ArrayList<>();
        for (Expr member : annotation.members().values()) {
            Term value = interpreter.evaluate(member);
            classLiterals(value).forEach(name -> packages.add(packageOf(name)));
            texts(value).forEach(packages::add);
        }
        return packages.isEmpty() ? List.of(packageOf(type.name())) : packages;
    }

    private List<String> texts(Term value) {
        List<String> texts = new ArrayList<>();
        for (Term option : value.options()) {
            if (option instanceof Term.Reference reference
                    && reference.object().shape() instanceof HeapObject.Shape.Container) {
                Containers.elements(machine, reference.object()).forEach(element -> texts.addAll(texts(element)));
            } else if (!(option instanceof Term.Constant constant
                    && constant.value() instanceof Expressions.ClassName)) {
                Texts.exact(option).ifPresent(texts::add);
            }
        }
        return texts;
    }

    private static String packageOf(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? "" : type.substring(0, dot);
    }

    /** {@code context.getBean(Orders.class)}, {@code context.getBean("orders")}. */
    Optional<Term> lookup(String method, List<Term> arguments) {
        boolean known = machine.catalog().containers().stream()
                .anyMatch(container -> container.lookups().contains(method));
        if (!known) {
            return Optional.empty();
        }
        Optional<Term> named = arguments.stream()
                .flatMap(argument -> texts(argument).stream())
                .flatMap(name -> started.stream().flatMap(beans -> beans.named(name).stream()))
                .findFirst();
        return named.isPresent()
                ? named
                : arguments.stream()
                        .flatMap(argument -> classLiterals(argument).stream())
                        .flatMap(name -> find(Request.of(TypeName.of(name))).stream())
                        .findFirst();
    }

    /** What a started container gives to who asks for it. */
    Optional<Term> find(Request request) {
        return started.stream().flatMap(beans -> beans.find(request).stream()).reduce((first, last) -> last);
    }

    /** What works on the data source of a started container, as everything of the type does. */
    Optional<Term> accessor(TypeName type) {
        return started.stream().flatMap(beans -> beans.accessor(type).stream()).reduce((first, last) -> last);
    }
}
