package larmor.validation.numerics;

import java.util.List;
import larmor.validation.ladder.CheckFamily;

/** The families of this package. */
public final class NumericsFamilies {

    private NumericsFamilies() {}

    /** All of them, in the order of the page: each leans on the ones before it. */
    public static List<CheckFamily> all() {
        return List.of(
                new CertifiedTables(),
                new Kernels(),
                new Convergence(),
                new ErrorPerTolerance(),
                new Agreement(),
                new LaneIndependence(),
                new LongRuns(),
                new RoundOff());
    }
}
