package larmor.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import larmor.ode.BatchSolver;
import larmor.ode.Solver;
import org.jspecify.annotations.NullMarked;

/** The rules that a reader of one package may rely on without reading the others. */
@AnalyzeClasses(packages = "larmor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CLI = "larmor.cli..";

    private static final DescribedPredicate<JavaClass> SOLVER =
            assignableTo(Solver.class).or(assignableTo(BatchSolver.class));

    private static final String REACHABLE = "requireReachable";

    /** What Java specifies to the last bit, and arithmetic of integers. */
    private static final Set<String> EXACT =
            Set.of(
                    "abs",
                    "addExact",
                    "ceil",
                    "ceilDiv",
                    "clamp",
                    "copySign",
                    "floor",
                    "floorDiv",
                    "floorMod",
                    "fma",
                    "getExponent",
                    "max",
                    "min",
                    "multiplyExact",
                    "nextDown",
                    "nextUp",
                    "rint",
                    "round",
                    "scalb",
                    "signum",
                    "sqrt",
                    "toIntExact",
                    "ulp");

    /** JMH writes these. */
    private static final String GENERATED = "larmor.bench..jmh_generated..";

    /** What only turns numbers into numbers: no clock, no file. */
    private static final String[] COMPUTING = {
        "larmor.model..",
        "larmor.ode..",
        "larmor.observable..",
        "larmor.sweep..",
        "larmor.orbit..",
        "larmor.simd..",
        "larmor.validation.exact..",
        "larmor.validation.certified..",
        "larmor.validation.charge..",
        "larmor.validation.hipparchus.."
    };

    /** Every package, and what it may use of the others. */
    private static final Map<String, Set<String>> MAY_USE =
            Map.ofEntries(
                    may("larmor.model"),
                    may("larmor.ode", "model"),
                    may("larmor.observable", "model", "ode"),
                    may("larmor.sweep", "model", "ode", "observable"),
                    may("larmor.orbit", "model", "ode", "observable"),
                    may("larmor.file", "model", "ode", "observable", "sweep", "orbit"),
                    may("larmor.simd", "model", "ode"),
                    may("larmor.validation.exact", "model"),
                    may("larmor.validation.certified", "model"),
                    may("larmor.validation.charge", "model", "ode"),
                    may("larmor.validation.hipparchus", "model", "ode"),
                    may(
                            "larmor.validation",
                            "model",
                            "ode",
                            "observable",
                            "sweep",
                            "orbit",
                            "validation.exact",
                            "validation.hipparchus"),
                    may(
                            "larmor.validation.page",
                            "model",
                            "ode",
                            "observable",
                            "sweep",
                            "orbit",
                            "validation"),
                    may(
                            "larmor.validation.ladder",
                            "model",
                            "ode",
                            "validation",
                            "validation.certified",
                            "validation.page"),
                    may(
                            "larmor.validation.numerics",
                            "model",
                            "ode",
                            "validation",
                            "validation.certified",
                            "validation.exact",
                            "validation.ladder",
                            "validation.page"),
                    may(
                            "larmor.validation.physics",
                            "model",
                            "ode",
                            "observable",
                            "sweep",
                            "orbit",
                            "validation",
                            "validation.charge",
                            "validation.exact",
                            "validation.ladder",
                            "validation.page"),
                    may(
                            "larmor.validation.coverage",
                            "model",
                            "ode",
                            "observable",
                            "sweep",
                            "validation",
                            "validation.exact"),
                    may(
                            "larmor.validation.report",
                            "model",
                            "ode",
                            "observable",
                            "sweep",
                            "orbit",
                            "file",
                            "validation",
                            "validation.exact",
                            "validation.ladder",
                            "validation.numerics",
                            "validation.page",
                            "validation.physics"),
                    may(
                            "larmor.bench",
                            "model",
                            "ode",
                            "validation",
                            "validation.certified",
                            "validation.hipparchus"),
                    may(
                            "larmor.bench.choice",
                            "model",
                            "ode",
                            "sweep",
                            "validation",
                            "validation.page"),
                    may("larmor.bench.gate.probe"),
                    may(
                            "larmor.bench.gate",
                            "model",
                            "file",
                            "validation",
                            "validation.page",
                            "bench.gate.probe"),
                    may(
                            "larmor.cli",
                            "model",
                            "ode",
                            "observable",
                            "sweep",
                            "orbit",
                            "file",
                            "validation",
                            "validation.charge",
                            "validation.ladder",
                            "validation.page",
                            "validation.report",
                            "bench",
                            "bench.choice",
                            "bench.gate"));

    /** Where each library is used, and nowhere else. */
    private static final Map<String, List<String>> USED_IN =
            Map.of(
                    "jdk.incubator.vector..", List.of("larmor.simd.."),
                    "org.hipparchus..",
                            List.of(
                                    "larmor.observable..",
                                    "larmor.orbit..",
                                    "larmor.validation..",
                                    "larmor.bench.choice.."),
                    "tools.jackson..",
                            List.of("larmor.file..", "larmor.validation..", "larmor.bench..", CLI),
                    "io.pebbletemplates..", List.of("larmor.validation.page.."),
                    "org.openjdk.jmh..", List.of("larmor.bench.."),
                    "picocli..", List.of(CLI),
                    "me.tongfei..", List.of(CLI));

    @ArchTest
    static final ArchRule packagesUseOnlyWhatTheyMay =
            classes()
                    .that()
                    .resideOutsideOfPackage(GENERATED)
                    .should(
                            new ArchCondition<JavaClass>("use only the packages in MAY_USE") {
                                @Override
                                public void check(JavaClass item, ConditionEvents events) {
                                    Set<String> allowed = MAY_USE.get(item.getPackageName());
                                    if (allowed == null) {
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        item,
                                                        item.getName()
                                                                + " is in a package without an"
                                                                + " entry"));
                                        return;
                                    }
                                    for (Dependency use : item.getDirectDependenciesFromSelf()) {
                                        String used =
                                                use.getTargetClass()
                                                        .getBaseComponentType()
                                                        .getPackageName();
                                        events.add(
                                                new SimpleConditionEvent(
                                                        item,
                                                        !used.startsWith("larmor")
                                                                || used.equals(
                                                                        item.getPackageName())
                                                                || allowed.contains(used),
                                                        use.getDescription()));
                                    }
                                }
                            });

    @ArchTest
    static final ArchRule noPackagesUseEachOther =
            slices().matching("larmor.(**)")
                    .should()
                    .beFreeOfCycles()
                    .ignoreDependency(resideInAPackage(GENERATED), DescribedPredicate.alwaysTrue());

    @ArchTest
    static void librariesAreUsedWhereTheyBelong(JavaClasses classes) {
        USED_IN.forEach((library, users) ->
                noClasses()
                        .that()
                        .resideOutsideOfPackages(users.toArray(String[]::new))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library)
                        .check(classes));
    }

    @ArchTest
    static final ArchRule whatComputesTouchesNoFile =
            noClasses()
                    .that()
                    .resideInAnyPackage(COMPUTING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.nio.file..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.io\\.(File|RandomAccessFile).*");

    @ArchTest
    static final ArchRule whatComputesReadsNoClock =
            noClasses()
                    .that()
                    .resideInAnyPackage(COMPUTING)
                    .should()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("java.time..");

    @ArchTest
    static final ArchRule onlyTheCommandPrints =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(CLI, GENERATED)
                    .should()
                    .accessFieldWhere(
                            describe(
                                    "a standard stream",
                                    access -> access.getTargetOwner().isEquivalentTo(System.class)))
                    .orShould()
                    .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule onlyTheCommandEndsTheProcess =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(CLI, GENERATED)
                    .should()
                    .callMethod(System.class, "exit", int.class)
                    .orShould()
                    .callMethod(Runtime.class, "exit", int.class)
                    .orShould()
                    .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule onlyTheCommandReadsArguments =
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideOutsideOfPackages(CLI, GENERATED)
                    .should()
                    .notHaveName("main");

    /** Else a sweep would begin what the solver within cannot come to the end of. */
    @ArchTest
    static final ArchRule aSolverThatHoldsAnotherAsksItWhetherATimeCanBeReached =
            classes()
                    .that()
                    .areAssignableTo(SOLVER)
                    .and()
                    .areNotInterfaces()
                    .and(
                            describe(
                                    "hold a solver",
                                    item ->
                                            item.getFields().stream()
                                                    .anyMatch(field ->
                                                            SOLVER.test(field.getRawType()))))
                    .should(
                            new ArchCondition<JavaClass>("ask it in " + REACHABLE) {
                                @Override
                                public void check(JavaClass item, ConditionEvents events) {
                                    boolean asks =
                                            item.getMethodCallsFromSelf().stream()
                                                    .anyMatch(call ->
                                                            call.getOrigin()
                                                                            .getName()
                                                                            .equals(REACHABLE)
                                                                    && call.getName()
                                                                            .equals(REACHABLE));
                                    events.add(
                                            new SimpleConditionEvent(
                                                    item,
                                                    asks,
                                                    item.getName() + " asks no solver it holds"));
                                }
                            });

    /**
     * The JVM may replace what is not exact, such as {@code Math.sin}, by instructions of the
     * machine, whose last bits differ; {@link StrictMath} has the same bits everywhere.
     */
    @ArchTest
    static final ArchRule noResultDependsOnTheMachine =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(GENERATED)
                    .should()
                    .accessTargetWhere(
                            describe(
                                    "a member of Math that is not on the list of exact ones",
                                    access ->
                                            access.getTargetOwner().isEquivalentTo(Math.class)
                                                    && !EXACT.contains(access.getName())));

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes()
                    .that()
                    .resideOutsideOfPackage(GENERATED)
                    .should(
                            new ArchCondition<JavaClass>("be in a package that is @NullMarked") {
                                @Override
                                public void check(JavaClass item, ConditionEvents events) {
                                    boolean marked = isNullMarked(item.getPackage());
                                    events.add(
                                            new SimpleConditionEvent(
                                                    item,
                                                    marked,
                                                    item.getPackageName() + " has no @NullMarked"));
                                }
                            });

    private static Map.Entry<String, Set<String>> may(String user, String... used) {
        return Map.entry(
                user, Stream.of(used).map(name -> "larmor." + name).collect(Collectors.toSet()));
    }

    private static boolean isNullMarked(JavaPackage javaPackage) {
        return javaPackage.tryGetPackageInfo().isPresent()
                && javaPackage.isAnnotatedWith(NullMarked.class);
    }
}
