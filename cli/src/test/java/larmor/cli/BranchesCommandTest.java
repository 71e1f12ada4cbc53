package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                        "--set=magnet.field=1e-6",
                        "--format=csv",
                        "--out=" + folder);
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err().lines())
                .anyMatch(line ->
                        line.matches(
                                "note: the in-plane branches with the self-induced torque were"
                                        + " given up at V/V_c = [0-9.E-]+, after [0-9]+ steps; what"
                                        + " was found of them is kept"));
        assertThat(run.out()).contains("parallel").isEqualTo(text("branches.csv"));
        assertThat(text("branches.html")).contains("</html>");
        JsonNode unfinished = new JsonMapper().readTree(text("branches.json")).get("unfinished");
        assertThat(unfinished.get(0).get("self_torque").asString()).isEqualTo("on");
        assertThat(unfinished.get(0).get("regime").asString()).isEqualTo("in-plane");
        assertThat(run.err()).contains("V/V_c = " + unfinished.get(0).get("voltage").asString());
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
