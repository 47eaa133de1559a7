package dev.landwaiter.cli.command.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.text.Reason;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ConftestFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.policy.conftest.run.PolicyPages;
import dev.landwaiter.rego.load.LoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes what the metadata of policies says as a page of Markdown.
public final class DocCommand implements Command {
  @Override
  public String name() {
    return "doc";
  }

  @Override
  public String summary() {
    return "Write what the metadata of policies says as Markdown";
  }

  @Override
  public String usage() {
    return "<path> [path [...]] [flags]";
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
            ConftestFlags.OUT_DIR,
            ConftestFlags.TEMPLATE,
            ConftestFlags.CONFIG_FILE,
            GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation plain) throws UsageException, IOException {
    Invocation invocation = ConftestSettings.of(plain, this);
    Values values = invocation.values();
    var report = new Reporting(invocation);
    if (invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("missing required arguments: name the policies to describe");
    }
    if (!values.text(ConftestFlags.TEMPLATE).isEmpty()) {
      return report.trouble(
          "--template is not built: templates of Go cannot walk the list of sections here");
    }
    Path folder = invocation.world().folder();
    for (String argument : invocation.arguments()) {
      try {
        Path place = folder.resolve(argument).normalize();
        String page = PolicyPages.of(folder, argument);
        Path target = folder.resolve(values.text(ConftestFlags.OUT_DIR));
        Files.writeString(target.resolve(place.getFileName() + ".md"), page, UTF_8);
      } catch (LoadException e) {
        return report.trouble("generating document: " + e.getMessage());
      } catch (IOException e) {
        return report.trouble("generating document: " + Reason.of(e));
      }
    }
    return 0;
  }
}
