package larmor.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import larmor.model.InvalidInput;
import larmor.ode.BatchSolver;
import larmor.ode.BatchSolvers;
import larmor.ode.Rk4;
import org.junit.jupiter.api.Test;

class SimdProviderTest {

    @Test
    void simdSolversAreChosenWhereTheVectorApiIsResolved() {
        BatchSolvers solvers = BatchSolvers.choose();
        assertThat(solvers.vectorized()).isTrue();
        assertThat(solvers.choice())
                .isEqualTo("SIMD: " + Lanes.COUNT + " lanes (" + 64 * Lanes.COUNT + " bits)");
        BatchSolver rk4 = solvers.of(new Rk4(0.05));
        assertThat(rk4.description().id()).isEqualTo("rk4-simd");
        assertThat(rk4.description().lanes()).isEqualTo(Lanes.COUNT);
    }

    @Test
    void widthIsTheOneAskedFor() {
        String bits = System.getProperty(SimdProvider.BITS, "preferred");
        if (!bits.equals("preferred")) {
            assertThat(64 * Lanes.COUNT).isEqualTo(Integer.parseInt(bits));
        }
    }

    @Test
    void everyWidthOfTheProcessorCanBeHadInOneJvm() {
        List<Integer> lanes = new ArrayList<>();
        for (BatchSolvers solvers : BatchSolvers.atEveryWidth()) {
            lanes.add(solvers.of(new Rk4(0.05)).description().lanes());
        }
        assertThat(lanes)
                .isEqualTo(
                        Stream.of(128, 256, 512)
                                .filter(bits -> bits <= Lanes.BEST_BITS)
                                .map(bits -> bits / Double.SIZE)
                                .toList());
    }

    @Test
    void widthThatDoesNotExistIsRefused() {
        String before = System.getProperty(SimdProvider.BITS);
        try {
            System.setProperty(SimdProvider.BITS, "384");
            assertThatThrownBy(BatchSolvers::choose)
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("larmor.simd.bits must be 128, 256, 512 or preferred, not 384");
        } finally {
            if (before == null) {
                System.clearProperty(SimdProvider.BITS);
            } else {
                System.setProperty(SimdProvider.BITS, before);
            }
        }
    }

    @Test
    void scalarSolversAreChosenWhereTheVectorApiIsMissing() throws Exception {
        assertThat(choiceOfAJvm())
                .isEqualTo(
                        "scalar: the Vector API is not resolved; start java with --add-modules"
                                + " jdk.incubator.vector");
        assertThat(choiceOfAJvm("--add-modules", "jdk.incubator.vector")).startsWith("SIMD: ");
    }

    private static String choiceOfAJvm(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Choice.class.getName()));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.strip();
    }

    /** Prints what a JVM chooses. */
    static final class Choice {

        private Choice() {}

        public static void main(String[] arguments) {
            BatchSolvers solvers = BatchSolvers.choose();
            String lane = solvers.of(new Rk4(0.05)).description().id();
            assertThat(lane).isEqualTo(solvers.vectorized() ? "rk4-simd" : "rk4");
            System.out.println(solvers.choice());
        }
    }
}
