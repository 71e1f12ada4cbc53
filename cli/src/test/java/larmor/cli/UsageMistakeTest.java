package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip in a command is named, with what was probably meant. */
class UsageMistakeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sweep --voltge 1 | --voltge is no flag of larmor sweep; did you mean --voltage?",
                "sweep --voltge=1 | --voltge is no flag of larmor sweep; did you mean --voltage?",
                "sweep -voltage 1 | -voltage is no flag of larmor sweep; did you mean --voltage?",
                "sweep --voltage 1 --windw 9 --foo"
                        + " | --windw is no flag of larmor sweep; did you mean --window?",
                "merge --ot x a | --ot is no flag of larmor merge; did you mean --out?",
                "solvers --colour | --colour is no flag of larmor solvers; --help lists what is",
                "validate --sabotag x"
                        + " | --sabotag is no flag of larmor validate; --help lists what is",
                "--colour sweep | --colour is no flag of larmor; --help lists what is",
                "simulat --voltage 1 | COMMAND simulat is not known; did you mean simulate?",
                "plot | COMMAND plot is not known; --help lists what is",
                "help swep | COMMAND swep is not known; did you mean sweep?",
                "simulate --voltage 50 mV --time 9"
                        + " | --voltage takes one word: write 50mV, not 50 mV",
                "simulate --voltage 50 mV | --voltage takes one word: write 50mV, not 50 mV",
                "simulate --voltage=50 mV | --voltage takes one word: write 50mV, not 50 mV",
                "sweep --voltage 1, 2 | --voltage takes one word: write 1,2, not 1, 2",
                "sweep --voltage 1, -2 | --voltage takes one word: write 1,-2, not 1, -2",
                "sweep --voltage 1 --field 300 mT"
                        + " | --field takes numbers without a unit: write 300, not 300 mT",
                "device --set magnet.field=300 mT | --set takes numbers without a unit:"
                        + " write magnet.field=300, not magnet.field=300 mT",
                "device --device my file | --device takes one word: put 'my file' in quotes",
                "sweep --resume 1 | Missing required option: '--voltage=LIST'",
                "sweep 1 | Missing required option: '--voltage=LIST'",
                "solvers 1 | Unmatched argument at index 1: '1'",
                "sweep --voltage 1 --grid magnet.dampng=1"
                        + " | magnet.dampng is not a single key of a device; did you mean"
                        + " magnet.damping?",
                "sweep --voltage 1 --time 500 --solver rk4 | --time must be from 640 to 1.04857e7,"
                        + " for 256 to 4194304 samples in its last tenth, one every 0.25, not 500",
                "sweep --voltage 1 --time 500 --window 9 --solver rk4 | --window must be from 64 to"
                        + " 1.04857e6, for 256 to 4194304 samples, one every 0.25, not 9"
            })
    void theLineSaysWhatIsWrongAndWhatWasProbablyMeant(String typed, String line) {
        CommandRun run = CommandRun.of(typed.split(" "));
        assertThat(run.err()).isEqualTo("larmor: " + line + "\n");
        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.out()).isEmpty();
    }
}
