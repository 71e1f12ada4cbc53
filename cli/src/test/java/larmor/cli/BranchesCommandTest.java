package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import larmor.model.Rounded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BranchesCommandTest {

    @TempDir private Path folder;

    /** Next to no field: m goes round so slowly that no number of steps suffices. */
    @Test
    void branchesThatTakeTooLongAreGivenUpWithAFailureThatSaysWhere() throws IOException {
        CommandRun run =
                CommandRun.of(
                        "branches",
                        "--voltage=0.9:1.2",
                        "--self-torque=on",
                        "--set=magnet.field=1e-7",
                        "--format=csv",
                        "--out=" + folder);
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err().lines())
                .anyMatch(line ->
                        line.matches(
                                "note: the in-plane branches with the self-induced torque were"
                                        + " given up at V/V_c = [0-9.e-]{1,8}, after [0-9]+ steps of"
                                        + " integration: what was found of them is kept, more may"
                                        + " be there within the range"));
        assertThat(run.out()).contains("parallel").isEqualTo(text("branches.csv"));
        assertThat(text("branches.html"))
                .contains(
                        "Branches are missing here: the in-plane branches with",
                        "A dash: the branches, as far as they were followed, do not come to it");
        JsonNode unfinished = new JsonMapper().readTree(text("branches.json")).get("unfinished");
        assertThat(unfinished.get(0).get("self_torque").asString()).isEqualTo("on");
        assertThat(unfinished.get(0).get("regime").asString()).isEqualTo("in-plane");
        double voltage = unfinished.get(0).get("voltage").doubleValue();
        assertThat(run.err()).contains("V/V_c = " + Rounded.of(voltage));
        assertThat(voltage).isBetween(0.9, 1.2);
        // What was found ends at the end of the range, not where the steps were spent.
        assertThat(run.out()).containsPattern("(?m)^on,[0-9]+,in-plane,1\\.2,");
    }

    /** Beyond the range no number of steps suffices here either. */
    @Test
    void branchesThatAreAllThereWithinTheRangeAreNotGivenUp() {
        CommandRun run =
                CommandRun.of(
                        "branches",
                        "--voltage=0.9:1.2",
                        "--self-torque=on",
                        "--set=magnet.field=1e-6",
                        "--format=csv");
        assertThat(run.status()).as("%s", run.err()).isZero();
        assertThat(run.err()).doesNotContain("given up");
        assertThat(run.out()).containsPattern("(?m)^on,[0-9]+,in-plane,1\\.2,");
    }

    @Test
    void voltagesThatLookLikeMillivoltsGetANote() {
        CommandRun run =
                CommandRun.of(
                        "branches",
                        "--voltage=500:1500",
                        "--self-torque=on",
                        "--format=csv",
                        "--device=" + Nanopillar.FILE);
        assertThat(run.err()).contains("--voltage without a unit is in V_c");
    }

    @Test
    void aSweepSaysThatTheBranchesBehindItAreNotAllThere() throws IOException {
        CommandRun run =
                CommandRun.of(
                        "sweep",
                        "--voltage=0.9:1.2:0.3",
                        "--time=100",
                        "--window=80",
                        "--set=magnet.field=1e-7",
                        "--set=magnet.damping=0.3",
                        "--solver=dop853",
                        "--step=0.01",
                        "--out=" + folder + "/");
        assertThat(run.status()).as("%s", run.err()).isZero();
        assertThat(run.err())
                .contains("note: the in-plane branches with the self-induced torque were given up");
        assertThat(text("sweep.html"))
                .contains(
                        "Branches are missing here: the in-plane branches with",
                        "the branches, as far as they were followed, do not come to it");
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
