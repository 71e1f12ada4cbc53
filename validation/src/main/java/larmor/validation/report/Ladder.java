package larmor.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Sabotage;
import larmor.validation.numerics.NumericsFamilies;
import larmor.validation.numerics.NumericsSabotages;
import larmor.validation.physics.PhysicsFamilies;
import larmor.validation.physics.PhysicsSabotages;

/** Every family of checks and every sabotage there is. */
public final class Ladder {

    private Ladder() {}

    /** The families, in the order of the page. */
    public static List<CheckFamily> families() {
        List<CheckFamily> families = new ArrayList<>(NumericsFamilies.all());
        families.addAll(PhysicsFamilies.all());
        return List.copyOf(families);
    }

    /** The family of this name. */
    public static Optional<CheckFamily> family(String name) {
        return families().stream().filter(family -> family.name().equals(name)).findFirst();
    }

    /** The sabotages, in the order of the page. */
    public static List<Sabotage> sabotages() {
        List<Sabotage> sabotages = new ArrayList<>(NumericsSabotages.all());
        sabotages.addAll(PhysicsSabotages.all());
        return List.copyOf(sabotages);
    }

    /** The sabotage of this name. */
    public static Optional<Sabotage> sabotage(String name) {
        return sabotages().stream().filter(sabotage -> sabotage.name().equals(name)).findFirst();
    }
}
