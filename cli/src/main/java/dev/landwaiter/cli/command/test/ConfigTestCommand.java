package dev.landwaiter.cli.command.test;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.ConftestFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.policy.conftest.NamespaceException;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.load.LoadException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Tests configuration files against policies.
public final class ConfigTestCommand implements Command {
  private static final List<Flag> SHARED =
      List.of(
          ConftestFlags.POLICY,
          ConftestFlags.DATA,
          ConftestFlags.NAMESPACE,
          ConftestFlags.ALL_NAMESPACES,
          ConftestFlags.COMBINE,
          ConftestFlags.PARSER,
          ConftestFlags.IGNORE,
          ConftestFlags.PROTO_FILE_DIRS,
          ConftestFlags.STDIN_FILENAME,
          ConftestFlags.NO_COLOR,
          ConftestFlags.FAIL_ON_WARN,
          ConftestFlags.NO_FAIL,
          ConftestFlags.SUPPRESS_EXCEPTIONS,
          ConftestFlags.GITHUB_HIDE_PASSED,
          ConftestFlags.JUNIT_HIDE_MESSAGE,
          ConftestFlags.REGO_VERSION,
          ConftestFlags.STRICT,
          ConftestFlags.CAPABILITIES,
          ConftestFlags.SHOW_BUILTIN_ERRORS,
          ConftestFlags.TRACE,
          ConftestFlags.UPDATE,
          ConftestFlags.TLS);

  private final boolean classic;

  /// @param classic whether it stands behind the name `conftest`
  public ConfigTestCommand(boolean classic) {
    this.classic = classic;
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public String summary() {
    return "Test configuration files against policies";
  }

  @Override
  public String usage() {
    return classic ? "<path> [path [...]] [flags]" : "[flags] FILE|FOLDER|-...";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("test one manifest against the policies below policy", "test deployment.yaml"),
        new Example(
            "test a folder with all packages of other policies",
            "test --policy rules --all-namespaces manifests"),
        new Example("for GitHub's code scanning", "test -o sarif manifests"));
  }

  @Override
  public boolean takesGlobalFlags() {
    return !classic;
  }

  @Override
  public List<FlagGroup> flags() {
    List<Flag> flags = new ArrayList<>(SHARED);
    if (classic) {
      flags.add(ConftestFlags.OUTPUT.standard("stdout"));
      flags.add(ConftestFlags.QUIET);
      flags.add(ConftestFlags.FAIL_ON_NOTHING.standard("false"));
      flags.add(ConftestFlags.CONFIG_FILE);
      flags.add(GlobalFlags.HELP);
      return List.of(new FlagGroup("Flags", flags));
    }
    flags.add(ConftestFlags.forms());
    flags.add(ConftestFlags.FAIL_ON_NOTHING);
    flags.add(RegoFlags.ALLOW_NET);
    return List.of(new FlagGroup("Test Flags", flags), OwnFlags.GLOBAL);
  }

  @Override
  public int run(Invocation plain) throws UsageException, IOException {
    Invocation invocation = classic ? ConftestSettings.of(plain, this) : plain;
    if (invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("missing required arguments: name the files to test");
    }
    var report = new Reporting(invocation);
    try {
      return new TestRun(invocation).run();
    } catch (LoadException e) {
      return report.trouble("running test", String.valueOf(e.getMessage()));
    } catch (RegoException e) {
      return report.trouble("running test", String.valueOf(e.getMessage()));
    } catch (NamespaceException e) {
      return report.trouble("running test", "filter namespaces: " + e.getMessage());
    }
  }
}
