package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

    private static final String SIMULATE = "simulate --voltage 1.5 --time 1";

    @TempDir private Path folder;

    /** The first column is what the line has to name, the second the arguments. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMMAND                   |",
                "simulat                   | simulat",
                "--colour                  | simulate --voltage 1 --time 1 --colour",
                "--time                    | simulate --voltage 1",
                "--time                    | simulate --voltage 1 --time",
                "--time                    | simulate --voltage 1 --time NaN",
                "--time                    | simulate --voltage 1 --time 1e999",
                "--time                    | simulate --voltage 1 --time -1",
                "--time                    | simulate --voltage 1 --time 1 --time 2",
                "--voltage                 | simulate --time 1",
                "--voltage                 | simulate --time 1 --voltage fast",
                "--voltage                 | simulate --time 1 --voltage 1,2",
                "--voltage                 | simulate --time 1 --voltage 20mV",
                "--voltage                 | simulate --time 1 --voltage 1"
                        + " --set junction.g_antiparallel=0.12",
                "--step                    | SIMULATE --step 0",
                "--step                    | SIMULATE --step 1e-300",
                "--step                    | SIMULATE --step 0.1 --solver dopri5",
                "--tolerance               | SIMULATE --tolerance 1e-8",
                "--tolerance               | SIMULATE --tolerance 0 --solver dop853",
                "--tolerance               | SIMULATE --tolerance 1 --step 1 --solver dop853",
                "--max-steps               | SIMULATE --max-steps 0 --solver dopri5",
                "--solver                  | SIMULATE --solver euler",
                "--initial                 | SIMULATE --initial 0,0,0",
                "--initial                 | SIMULATE --initial 1,0",
                "--initial                 | SIMULATE --initial a,b,c",
                "--samples                 | SIMULATE --format csv --samples 1",
                "--samples                 | SIMULATE --format csv --samples many",
                "--samples                 | SIMULATE --format json --samples 10",
                "--only                    | validate --only everything",
                "--sabotage                | validate --sabotage nothing",
                "--format                  | validate --format xml",
                "--threads                 | validate --threads 0",
                "--self-torque             | SIMULATE --self-torque both",
                "--self-torque             | SIMULATE --self-torque maybe",
                "--form                    | SIMULATE --form approximate",
                "--format                  | SIMULATE --format xml",
                "--charge-relaxation-time  | SIMULATE --charge-relaxation-time 0",
                "--charge-relaxation-time  | SIMULATE --charge-relaxation-time 1e-12",
                "--solver                  | SIMULATE --charge-relaxation-time 1 --solver rk4",
                "--self-torque             | SIMULATE --charge-relaxation-time 1 --self-torque off",
                "--format                  | SIMULATE --charge-relaxation-time 1 --format csv",
                "--device                  | SIMULATE --device FOLDER/none.toml",
                "--device                  | SIMULATE --device FOLDER",
                "--device                  | SIMULATE --device FOLDER/broken.toml",
                "junction.g_parallel       | SIMULATE --device FOLDER/incomplete.toml",
                "--set                     | SIMULATE --set magnet.field",
                "magnet.colour             | SIMULATE --set magnet.colour=1",
                "magnet.field              | SIMULATE --set magnet.field=high",
                "magnet.field              | SIMULATE --set magnet.field=-1",
                "magnet.damping            | SIMULATE --set magnet.damping=0",
                "magnet.intrinsic_damping  | SIMULATE --set magnet.intrinsic_damping=-1",
                "magnet.spin_ratio         | SIMULATE --set magnet.spin_ratio=-1",
                "magnet.anisotropy         | SIMULATE --set magnet.anisotropy=[1,2]",
                "junction.polarization     | SIMULATE --set junction.polarization=1.5",
                "junction.g_parallel       | SIMULATE --set junction.g_parallel=-1",
                "junction.g_right          | SIMULATE --set junction.g_right=0",
                "junction.angular_torque   | SIMULATE --set junction.angular_torque=off",
                "si.volume                 | SIMULATE --set si.volume=1e-24",
                "--voltage                 | SWEEP --voltage 1:2",
                "--voltage                 | SWEEP --voltage 1:2:0",
                "--voltage                 | SWEEP --voltage 2:1:0.1",
                "--voltage                 | SWEEP --voltage 1,,2",
                "--voltage                 | SWEEP --voltage 0:1:1e-9",
                "--voltage                 | SWEEP --voltage 0:1:1e-4 --field 1:2:1e-4",
                "--voltage                 | SWEEP --voltage 10mV,2",
                "--field                   | SWEEP --voltage 1 --field low",
                "magnet.field              | SWEEP --voltage 1 --field -1",
                "--grid                    | SWEEP --voltage 1 --grid magnet.damping",
                "--grid                    | SWEEP --voltage 1 --grid magnet.field=1",
                "--grid                    | SWEEP --voltage 1 --grid magnet.damping=0.01"
                        + " --grid magnet.damping=0.02",
                "--grid                    | SWEEP --voltage 1 --grid magnet.damping=0.01"
                        + " --grid magnet.intrinsic_damping=0.02",
                "magnet.colour             | SWEEP --voltage 1 --grid magnet.colour=1",
                "magnet.anisotropy         | SWEEP --voltage 1 --grid magnet.anisotropy=1",
                "magnet.damping            | SWEEP --voltage 1 --grid magnet.damping=0.01,low",
                "junction.polarization     | SWEEP --voltage 1 --grid junction.polarization=0.4,1.5",
                "junction.angular_torque   | SWEEP --voltage 1 --grid junction.angular_torque=1",
                "si.volume                 | SWEEP --voltage 1 --grid si.volume=1",
                "--voltage                 | SWEEP --voltage 10mV --grid magnet.damping=0.01,0.02",
                "--direction               | SWEEP --voltage 1 --direction sideways",
                "--ensemble                | SWEEP --voltage 1 --ensemble 2",
                "--ensemble                | SWEEP --voltage 1 --initial random --ensemble 0",
                "--seed                    | SWEEP --voltage 1 --seed 5",
                "--seed                    | SWEEP --voltage 1 --initial random --seed x",
                "--tilt                    | SWEEP --voltage 1 --tilt 0.1",
                "--tilt                    | SWEEP --voltage 1 --initial random --tilt 0",
                "--format                  | SWEEP --voltage 0:1:2e-5 --field 1,2,3 --format text",
                "--initial                 | SIMULATE --initial random",
                "--initial                 | SWEEP --voltage 1 --initial 0,0,1",
                "--step                    | SWEEP --voltage 1 --step 1",
                "--step                    | SWEEP --voltage 1 --step 2",
                "--tolerance               | SWEEP --voltage 1 --solver dopri5 --tolerance 0.1",
                "--max-steps               | SWEEP --voltage 1 --max-steps 5",
                "--window                  | SWEEP --voltage 1 --time 100 --window 200",
                "--window                  | SWEEP --voltage 1 --window 1e-3",
                "--threads                 | SWEEP --voltage 1 --threads 0",
                "--threads                 | SWEEP --voltage 1 --threads many",
                "--resume                  | sweep --voltage 1 --resume",
                "--resume                  | SWEEP --voltage 1 --resume --format text",
                "--shard                   | sweep --voltage 1 --shard 1/2",
                "--shard                   | SWEEP --voltage 1 --shard 0/2",
                "--shard                   | SWEEP --voltage 1 --shard 3/2",
                "--shard                   | SWEEP --voltage 1 --shard half",
                "SHARD                     | merge --out FOLDER/out.csv",
                "--out                     | merge FOLDER/broken.toml",
                "broken.toml               | merge FOLDER/broken.toml --out FOLDER/out.csv",
                "none                      | merge FOLDER/none --out FOLDER/out.csv",
                "broken.toml/none          | merge FOLDER/broken.toml/none --out FOLDER/out.csv",
                "--out                     | sweep --voltage 1 --shard 1/2 --out FOLDER",
                "--format                  | sweep --voltage 1 --format text --out FOLDER/none/",
                "--out                     | sweep --voltage 1 --out FOLDER/broken.toml/",
                "--initial                 | sweep --voltage 1 --initial 0,0,1 --out FOLDER/none/",
                "--step                    | sweep --voltage 1 --step 1 --out FOLDER/none/",
                "--out                     | sweep --voltage 1 --out=",
                "--out                     | sweep --voltage 1 --out NUL",
                "--step                    | SWEEP --voltage 1 --solver rk4 --time 1e12 --window 80",
                "--step                    | sweep --voltage 1 --solver rk4-simd --time 1e12"
                        + " --window 80 --out FOLDER/none/",
                "--step                    | sweep --voltage 1 --solver hipparchus-rk4 --time 1e12"
                        + " --window 80 --format json",
                "--out                     | SIMULATE --out FOLDER",
                "--out                     | SIMULATE --out FOLDER/none/out.csv",
                "--self-torque             | figure2 --self-torque maybe",
                "--out                     | sweep --voltage 1 --out FOLDER/none/out.csv",
                "--out                     | figure2 --out FOLDER/broken.toml",
                "--voltage                 | branches",
                "--voltage                 | branches --voltage 1",
                "--voltage                 | branches --voltage 1,2",
                "--voltage                 | branches --voltage 1:2:0.1",
                "--voltage                 | branches --voltage 2:1",
                "--voltage                 | branches --voltage -1:2",
                "--voltage                 | branches --voltage 1:fast",
                "--voltage                 | branches --voltage 10mV:20mV",
                "--voltage                 | branches --voltage 1:2"
                        + " --set junction.g_antiparallel=0.12",
                "--self-torque             | branches --voltage 1:2 --self-torque maybe",
                "--out                     | branches --voltage 1:2 --out FOLDER/broken.toml",
                "magnet.field              | branches --voltage 1:2 --set magnet.field=-1",
                "--format                  | solvers --format xml",
                "magnet.field              | device --set magnet.field=-1",
                "device                    | device --set junction.g_right=4.9e-324"
                        + " --set magnet.damping=4.9e-324",
                "device                    | device --device NANOPILLAR"
                        + " --set si.gyromagnetic_ratio=1.7e308"
                        + " --set si.saturation_magnetization=8e6 --set si.volume=1e270",
                "--voltage                 | simulate --device NANOPILLAR --time 0 --format json"
                        + " --voltage 5e306 --set si.volume=1e-20",
                "--accuracy                | choose --accuracy 0",
                "--accuracy                | choose --accuracy 1e-30",
                "--accuracy                | choose --accuracy accurate",
                "--quantity                | choose --quantity speed",
                "--batch                   | choose --batch 0",
                "--batch                   | choose --batch many",
                "--time                    | choose --time 0",
                "--time                    | choose --quantity frequency --time 100",
                "--threads                 | choose --threads 0",
                "--budget                  | choose --budget 0",
                "--format                  | choose --format csv",
                "--out                     | choose --out FOLDER/broken.toml",
                "--profile                 | choose --profile FOLDER/broken.toml",
                "--profile                 | choose --profile FOLDER",
                "--profile                 | SWEEP --voltage 1 --profile FOLDER/broken.toml",
                "--accuracy                | SWEEP --voltage 1 --accuracy 0",
                "--accuracy                | SWEEP --voltage 1 --accuracy 1e-6 --solver rk4",
                "--step                    | SWEEP --voltage 1 --solver auto --step 0.1",
                "--tolerance               | SWEEP --voltage 1 --solver auto --tolerance 1e-8",
                "--profile                 | choose --profile /",
                "--profile                 | SWEEP --voltage 1 --profile /",
                "--profile                 | SWEEP --voltage 1 --solver rk4 --profile FOLDER/none",
                "--accuracy                | SWEEP --voltage 1 --accuracy 0.2",
                "--accuracy                | SWEEP --voltage 1 --accuracy 1e-6 --profile FOLDER/none",
                "--accuracy                | SIMULATE --accuracy 1e-6",
                "--accuracy                | SIMULATE --solver auto --accuracy 1",
                "--accuracy                | SIMULATE --solver auto --accuracy 1e-6"
                        + " --profile FOLDER/none",
                "--accuracy                | SIMULATE --charge-relaxation-time 1 --accuracy 1e-6",
                "--profile                 | SIMULATE --profile FOLDER/none",
                "--profile                 | SIMULATE --solver auto --profile FOLDER/broken.toml",
                "--step                    | SIMULATE --solver auto --step 0.1",
                "--time                    | simulate --voltage 1 --solver auto --time -1",
                "--initial                 | SIMULATE --solver auto --initial random",
                "--include                 | benchmark --include ( --out FOLDER/none",
                "--include                 | benchmark --include none --out FOLDER/none",
                "--format                  | benchmark --format csv",
                "--out                     | benchmark --out FOLDER/broken.toml",
                "--base                    | compare --candidate FOLDER/broken.toml",
                "--base                    | COMPARE",
                "--base                    | compare --base FOLDER/none.jar --candidate FOLDER/none.jar",
                "--margin                  | COMPARE --margin 0",
                "--margin                  | COMPARE --margin 5%",
                "--alpha                   | COMPARE --alpha 1",
                "--pairs                   | COMPARE --pairs many",
                "--warmup                  | COMPARE --warmup 0",
                "--time                    | COMPARE --time -1",
                "--format                  | COMPARE --format csv",
                "--jar                     | calibrate --jar FOLDER/none.jar",
                "--jar                     | calibrate --jar FOLDER/broken.toml",
                "--alpha                   | calibrate --alpha 0",
            })
    void badInputIsOneLineThatNamesItAndLeavesNoOutput(String name, String line)
            throws IOException {
        Files.writeString(folder.resolve("broken.toml"), "[junction\n");
        Files.writeString(folder.resolve("incomplete.toml"), "[junction]\ng_right=1\n");
        List<String> args = new ArrayList<>();
        if (line != null) {
            String whole =
                    line.replace("SIMULATE", SIMULATE)
                            .replace(
                                    "COMPARE",
                                    "compare --base FOLDER/broken.toml --candidate"
                                            + " FOLDER/broken.toml")
                            .replace("SWEEP", "sweep --out FOLDER/out.csv")
                            .replace("NANOPILLAR", Nanopillar.FILE.toString())
                            .replace("NUL", "\0")
                            .replace("FOLDER", folder.toString());
            args.addAll(Arrays.asList(whole.split(" ")));
        }

        CommandRun run = CommandRun.of(args.toArray(new String[0]));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("larmor: ").contains(name).endsWith("\n");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(folder.toFile().list()).containsOnly("broken.toml", "incomplete.toml");
    }
}
