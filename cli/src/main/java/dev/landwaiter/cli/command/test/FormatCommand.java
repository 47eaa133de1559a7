package dev.landwaiter.cli.command.test;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ConftestFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.rego.format.FormatRun;
import dev.landwaiter.rego.format.FormatSettings;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.NamedFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Formats policies in place as `conftest fmt` does; our own word for it is `rego fmt`.
public final class FormatCommand implements Command {
  @Override
  public String name() {
    return "fmt";
  }

  @Override
  public String summary() {
    return "Format policies";
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
            ConftestFlags.CHECK,
            ConftestFlags.REGO_VERSION,
            ConftestFlags.CONFIG_FILE,
            GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation plain) throws UsageException, IOException {
    Invocation invocation = ConftestSettings.of(plain, this);
    var report = new Reporting(invocation);
    Values values = invocation.values();
    try {
      List<String> files = files(invocation);
      boolean check = values.flag(ConftestFlags.CHECK);
      var changed = new ByteArrayOutputStream();
      var options = new FormatRun.Options(settings(values), !check, check, false, false, true);
      var run =
          new FormatRun(
              options,
              invocation.world().folder(),
              check ? changed : OutputStream.nullOutputStream(),
              invocation.world().stderr());
      int code = run.files(files);
      if (check && changed.size() > 0) {
        return report.trouble("files not formatted");
      }
      return code == 0 ? 0 : invocation.dialect().errorCode();
    } catch (LoadException e) {
      return report.trouble("get rego files: " + e.getMessage());
    }
  }

  private static List<String> files(Invocation invocation) throws LoadException {
    var named = new NamedFiles(invocation.world().folder(), List.of());
    List<String> files = new ArrayList<>();
    for (String argument : invocation.arguments()) {
      named.below(argument).stream().filter(name -> name.endsWith(".rego")).forEach(files::add);
    }
    if (files.isEmpty()) {
      throw new LoadException(
          "no policies found in [" + String.join(" ", invocation.arguments()) + "]");
    }
    return files;
  }

  private static FormatSettings settings(Values values) throws UsageException {
    String version = values.text(ConftestFlags.REGO_VERSION).toLowerCase(Locale.ROOT);
    return switch (version) {
      case "v0" -> FormatSettings.v0();
      case "", "v1" -> FormatSettings.v1();
      default ->
          throw new UsageException("--rego-version \"" + version + "\": there are v0 and v1");
    };
  }
}
