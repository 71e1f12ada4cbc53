package larmor.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The rules that a reader of one package may rely on without reading the others. */
@AnalyzeClasses(packages = "larmor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CLI = "larmor.cli..";

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

    @ArchTest
    static final ArchRule modulesUseOnlyThoseBelowThem =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .withOptionalLayers(true)
                    .layer("solver-core")
                    .definedBy(
                            "larmor.model..",
                            "larmor.ode..",
                            "larmor.observable..",
                            "larmor.sweep..",
                            "larmor.orbit..",
                            "larmor.file..")
                    .layer("solver-vectorized")
                    .definedBy("larmor.simd..")
                    .layer("validation")
                    .definedBy("larmor.validation..")
                    .layer("bench")
                    .definedBy("larmor.bench..")
                    .layer("cli")
                    .definedBy(CLI)
                    .whereLayer("cli")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("bench")
                    .mayOnlyBeAccessedByLayers("cli")
                    .whereLayer("validation")
                    .mayOnlyBeAccessedByLayers("bench", "cli")
                    .whereLayer("solver-vectorized")
                    .mayOnlyBeAccessedByLayers("validation", "bench", "cli");

    @ArchTest
    static final ArchRule theStagesOfTheDataKnowOnlyEarlierOnes =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .withOptionalLayers(true)
                    .layer("model")
                    .definedBy("larmor.model..")
                    .layer("ode")
                    .definedBy("larmor.ode..")
                    .layer("observable")
                    .definedBy("larmor.observable..")
                    .layer("sweep")
                    .definedBy("larmor.sweep..")
                    .layer("orbit")
                    .definedBy("larmor.orbit..")
                    .layer("file")
                    .definedBy("larmor.file..")
                    .whereLayer("model")
                    .mayNotAccessAnyLayer()
                    .whereLayer("ode")
                    .mayOnlyAccessLayers("model")
                    .whereLayer("observable")
                    .mayOnlyAccessLayers("model", "ode")
                    .whereLayer("sweep")
                    .mayOnlyAccessLayers("model", "ode", "observable")
                    .whereLayer("orbit")
                    .mayOnlyAccessLayers("model", "ode", "observable")
                    .whereLayer("file")
                    .mayOnlyAccessLayers("model", "ode", "observable", "sweep", "orbit");

    @ArchTest
    static final ArchRule everyLarmorClassIsInAModule =
            classes()
                    .should()
                    .resideInAnyPackage(
                            "larmor.model..",
                            "larmor.ode..",
                            "larmor.observable..",
                            "larmor.sweep..",
                            "larmor.orbit..",
                            "larmor.file..",
                            "larmor.simd..",
                            "larmor.validation..",
                            "larmor.bench..",
                            CLI);

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

    @ArchTest
    static final ArchRule onlyTheVectorizedSolversUseTheVectorApi =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("larmor.simd..", GENERATED)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("jdk.incubator.vector..");

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

    private static boolean isNullMarked(JavaPackage javaPackage) {
        return javaPackage.tryGetPackageInfo().isPresent()
                && javaPackage.isAnnotatedWith(NullMarked.class);
    }
}
