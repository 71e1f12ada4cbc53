package larmor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import larmor.validation.report.ThisRun;
import picocli.CommandLine.IVersionProvider;

/** The version, which the build writes into a resource, and the commit that was built. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "larmor " + number() + ", commit " + ThisRun.commit().orElse("unknown")
        };
    }

    /** Such as 0.1.0. */
    static String number() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
