package larmor.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import larmor.model.Anisotropy;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnet;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.BatchSolvers;
import larmor.ode.Dop853;
import larmor.ode.Dopri5;
import larmor.ode.Rk4;
import larmor.ode.ScalarBatch;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.ode.Verner9;
import org.junit.jupiter.api.Test;

/**
 * Holds every machine to the same bits: end states of 32 lanes, written once, for each solver and
 * its twin in lanes. A change of the arithmetic changes them; whoever makes one validates the new
 * results and writes the table again, with {@code -Dlarmor.bits.write=FILE}.
 */
class CommittedBitsTest {

    private static final String TABLE = "bits.csv";
    private static final int LANES = 32;
    private static final double END_TIME = 200;

    private record Named(String name, Solver solver) {}

    private static List<Named> solvers() {
        return List.of(
                new Named("rk4", new Rk4(0.05)),
                new Named("dopri5", new Dopri5(1e-8)),
                new Named("dop853-adaptive", Dop853.withTolerance(1e-10)),
                new Named("dop853-fixed", Dop853.withStep(0.25)),
                new Named("verner9", new Verner9(0.4)));
    }

    private static Batch batch() {
        Anisotropy[] anisotropies = {
            new Anisotropy(1, 0, 0),
            new Anisotropy(0.8, 0.1, 0.1),
            new Anisotropy(0.2, 0.2, 0.05),
            new Anisotropy(0.6, -0.1, 0.2)
        };
        Batch batch = new Batch(LANES);
        for (int lane = 0; lane < LANES; lane++) {
            Device device =
                    new Device(
                            Device.PAPER.junction(),
                            new Magnet(
                                    new Damping.Total(0.01 + 0.002 * (lane % 5)),
                                    0.35 + 0.01 * lane,
                                    anisotropies[lane % 4]),
                            Device.PAPER.units());
            EquationForm form = lane % 3 == 0 ? EquationForm.LEADING_ORDER : EquationForm.EXACT;
            batch.set(
                    lane,
                    Oscillator.of(device).coefficients(0.7 + 0.06 * lane, form, lane % 2 == 0),
                    Magnetization.normalized("start", 0.3 + 0.02 * lane, 0.1, 1));
        }
        return batch;
    }

    private static List<String> lines(Named named, BatchSolver solver) {
        BatchSolution solution = solver.integrate(batch(), END_TIME);
        List<String> lines = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            Magnetization m = ((Solution.Completed) solution.solution(lane)).end();
            lines.add(
                    String.join(
                            ",",
                            named.name(),
                            Integer.toString(lane),
                            bits(m.x()),
                            bits(m.y()),
                            bits(m.z())));
        }
        return lines;
    }

    private static String bits(double value) {
        return Long.toHexString(Double.doubleToRawLongBits(value));
    }

    @Test
    void scalarSolversHaveTheCommittedBits() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Named named : solvers()) {
            lines.addAll(lines(named, new ScalarBatch(named.solver())));
        }
        String file = System.getProperty("larmor.bits.write");
        if (file != null) {
            Files.write(Path.of(file), lines);
        }
        assertThat(lines).isEqualTo(table());
    }

    @Test
    void solversInLanesHaveTheCommittedBits() throws IOException {
        BatchSolvers choice = BatchSolvers.choose();
        assertThat(choice.vectorized()).as(choice.choice()).isTrue();
        List<String> lines = new ArrayList<>();
        for (Named named : solvers()) {
            BatchSolver solver = choice.of(named.solver());
            assertThat(solver).isNotInstanceOf(ScalarBatch.class);
            lines.addAll(lines(named, solver));
        }
        assertThat(lines).isEqualTo(table());
    }

    private static List<String> table() throws IOException {
        try (InputStream in = CommittedBitsTest.class.getResourceAsStream(TABLE)) {
            byte[] bytes = Objects.requireNonNull(in, TABLE).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
