package dev.landwaiter.cli.command.test;

import dev.landwaiter.base.text.Reason;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ConftestFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.policy.conftest.run.PolicySet;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.load.LoadException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Pushes policies to a registry, once they compile.
public final class PushCommand implements Command {
  @Override
  public String name() {
    return "push";
  }

  @Override
  public String summary() {
    return "Push policies to a registry";
  }

  @Override
  public String usage() {
    return "<repository> [folder] [flags]";
  }

  @Override
  public boolean takesGlobalFlags() {
    return false;
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup(
            "Flags",
            ConftestFlags.POLICY,
            ConftestFlags.DATA,
            ConftestFlags.REGO_VERSION,
            ConftestFlags.STRICT,
            ConftestFlags.CAPABILITIES,
            ConftestFlags.TLS,
            ConftestFlags.CONFIG_FILE,
            GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation plain) throws UsageException, IOException {
    Invocation invocation = ConftestSettings.of(plain, this);
    List<String> words = invocation.arguments();
    if (words.isEmpty() || words.size() > 2) {
      throw UsageException.withUsage("push wants a repository, and one folder at most");
    }
    var report = new Reporting(invocation);
    try {
      SortedMap<String, byte[]> files = files(invocation);
      String digest = new PolicySource(invocation).push(words.getFirst(), files);
      report.out("pushed bundle with digest: " + digest + "\n");
      return 0;
    } catch (LoadException e) {
      return report.trouble("load: " + e.getMessage());
    } catch (RegoException e) {
      return report.trouble("load: " + e.getMessage());
    } catch (IOException e) {
      return report.trouble("push: " + Reason.of(e));
    }
  }

  /// The files of the folder that was named, else those that flags name.
  private static SortedMap<String, byte[]> files(Invocation invocation)
      throws UsageException, LoadException, RegoException {
    Values values = invocation.values();
    Path folder = invocation.world().folder();
    List<String> paths = new ArrayList<>();
    if (invocation.arguments().size() == 2) {
      paths.add(invocation.arguments().getLast());
    } else {
      paths.addAll(values.texts(ConftestFlags.POLICY));
      paths.addAll(values.texts(ConftestFlags.DATA));
    }
    var language = Policies.language(invocation);
    PolicySet _ =
        PolicySet.load(new PolicySet.Wanted(folder, paths, List.of(), false, false), language);
    var files = new TreeMap<String, byte[]>();
    for (String path : paths) {
      files.putAll(PolicyFolder.read(folder, path));
    }
    return files;
  }
}
