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
                "sweep --voltage 1 2 | --voltage takes one word: write 1,2, not 1 2",
                "sweep --voltage 0.5 1.0 1.5"
                        + " | --voltage takes one word: write 0.5,1.0,1.5, not 0.5 1.0 1.5",
                "sweep --voltage 50 mV, 60 mV"
                        + " | --voltage takes one word: write 50mV,60mV, not 50 mV, 60 mV",
                "sweep --voltage 0.9 : 1.2 : 0.1"
                        + " | --voltage takes one word: write 0.9:1.2:0.1, not 0.9 : 1.2 : 0.1",
                "sweep --voltage 0.9 : 1.2 | --voltage takes one word; ':' is one too many",
                "sweep --voltage 1 2 mV | --voltage takes one word; '2' is one too many",
                "branches --voltage 0.9 : 1.2"
                        + " | --voltage takes one word: write 0.9:1.2, not 0.9 : 1.2",
                "branches --voltage 0.9 1.2 | --voltage takes one word; '1.2' is one too many",
                "simulate --voltage 1 --time 1 000 | --time takes one word; '000' is one too many",
                "simulate --voltage 1 --time 9 --initial 0.01, 0, 1"
                        + " | --initial takes one word: write 0.01,0,1, not 0.01, 0, 1",
                "simulate --voltage 1 --time 9 --initial 0.01 0 1"
                        + " | --initial takes one word: write 0.01,0,1, not 0.01 0 1",
                "simulate --voltage 1 --time 9 --initial 0.01, 0"
                        + " | --initial takes one word; '0' is one too many",
                "simulate --voltage 1 --time 9 ns"
                        + " | --time takes one word: units are not typed here; --help names them",
                "sweep --voltage 1 --field 300 mT | --field takes one word: units are not typed"
                        + " here; --help names them",
                "sweep --voltage 1 --field 80mT | --field must be a,b,c or start:stop:step; '80mT'"
                        + " is not a number: units are not typed here; --help names them",
                "sweep --voltage 1e400 | --voltage must be a,b,c or start:stop:step; '1e400' is not"
                        + " a number",
                "sweep --voltage 0x10 | --voltage must be a,b,c or start:stop:step; '0x10' is not a"
                        + " number",
                "sweep --voltage 600mv | --voltage must be a,b,c or start:stop:step; '600mv' is not"
                        + " a number: its units are mV, uV, nV, V, or V_c where there is none",
                "sweep --voltage 0.0006kV | --voltage must be a,b,c or start:stop:step; '0.0006kV'"
                        + " is not a number: its units are mV, uV, nV, V, or V_c where there is none",
                "sweep --voltage 1,05 | --voltage must not have 1,05; decimals take a point",
                "sweep --voltage 0.5,-1,05,2 | --voltage must not have -1,05; decimals take a point",
                "sweep --voltage 1 --field 0,06 | --field must not have 0,06; decimals take a point",
                "simulate --voltage 0,5 --time 9 | --voltage must be a single voltage, not 0,5;"
                        + " decimals take a point",
                "branches --voltage 0,5:2 | --voltage must be START:STOP, not 0,5:2; decimals take a"
                        + " point",
                "branches --voltage 1: | --voltage must be a,b,c or start:stop:step; '' is not a"
                        + " number",
                "branches --voltage 02:01 | --voltage must be START:STOP with 0 <= START < STOP, not"
                        + " 2:1 in V_c",
                "simulate --voltage 1 --time 9 --initial 0,5,0,1 | --initial must be x,y,z, not"
                        + " 0,5,0,1; decimals take a point",
                "sweep --voltage 0:20mV:5mV | --voltage must have a unit at every number or at none;"
                        + " '0' has none",
                "sweep --voltage 0,38V | --voltage must not have 0,38V; decimals take a point",
                "sweep --voltage 0,38V:0,48V:0,02V | --voltage must be a,b,c or start:stop:step;"
                        + " '0,38V' is not a number: decimals take a point",
                "simulate --voltage 1 --time 9,5 | Invalid value for option '--time': '9,5' is not a"
                        + " number: decimals take a point",
                "device my.toml | my.toml stands alone; did you mean --device my.toml?",
                "sweep my.toml --voltage 1"
                        + " | my.toml stands alone; did you mean --device my.toml?",
                "sweep --voltage 1..2 | --voltage must be a,b,c or start:stop:step; '1..2' is not a"
                        + " number",
                "sweep --voltage 1 --out res.html | --out names a file of rows; for a page name a"
                        + " directory, such as res/, not res.html",
                "branches --voltage 1:0.5 | --voltage must be START:STOP with 0 <= START < STOP, not"
                        + " 1:0.5 in V_c",
                "sweep --voltage 1 --solver atuo | --solver must be one of auto, rk4, dopri5,"
                        + " dop853, verner9, rk4-simd, dopri5-simd, dop853-simd, verner9-simd,"
                        + " hipparchus-rk4, hipparchus-dopri5, hipparchus-dop853, not atuo; did you"
                        + " mean auto?",
                "device --set magnet.field=300 mT | --set takes one word: units are not typed"
                        + " here; --help names them",
                "device --set magnet.field=0.3 magnet.damping=0.02"
                        + " | --set takes one word: give it again, --set magnet.damping=0.02",
                "device --set magnet.field=0.3 0.4 | --set takes one word; '0.4' is one too many",
                "device --set magnet.anisotropy=[1, 0, 0] | --set takes one word: write"
                        + " magnet.anisotropy=[1,0,0], not magnet.anisotropy=[1, 0, 0]",
                "sweep --voltage 1 --grid magnet.damping=0.01 0.02 | --grid takes one word: write"
                        + " magnet.damping=0.01,0.02, not magnet.damping=0.01 0.02",
                "validate --only kernels convergence"
                        + " | --only takes one word: give it again, --only convergence",
                "compare --base a.jar b.jar | --base takes one word; 'b.jar' is one too many",
                "device --device my file | --device takes one word; 'file' is one too many",
                "sweep --resume 1 | Missing required option: '--voltage=LIST'",
                "sweep 1 | Missing required option: '--voltage=LIST'",
                "solvers 1 | Unmatched argument at index 1: '1'",
                "sweep --voltage 1 --grid magnet.dampng=1"
                        + " | magnet.dampng is not a single key of a device; did you mean"
                        + " magnet.damping?",
                "sweep --voltage 1 --grid magnet.alpha=1"
                        + " | magnet.alpha is not a single key of a device; the keys of magnet are"
                        + " damping, intrinsic_damping, spin_ratio, field, anisotropy[0],"
                        + " anisotropy[1], anisotropy[2]",
                "device --set magnet.alpha=1 | magnet.alpha is not a key of a device; the keys of"
                        + " magnet are damping, intrinsic_damping, spin_ratio, field, anisotropy",
                "device --set magnet.field=0,05 | magnet.field cannot be set: 0,05 is not a number:"
                        + " decimals take a point",
                "sweep --voltage 1 --time 500 --solver rk4 | --time must be from 640 to 1.04857e7,"
                        + " for 256 to 4194304 samples in its last 10 %, one every 0.25, not 500",
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
