package dev.landwaiter.cli.command.test;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ConftestFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.policy.Document;
import dev.landwaiter.policy.conftest.UnreadException;
import dev.landwaiter.policy.conftest.run.Combining;
import dev.landwaiter.policy.conftest.run.ConfigFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Shows what policies see of configuration files.
public final class ConfigParseCommand implements Command {
  private static final JsonStyle STYLE = new JsonStyle("  ", true, true);
  private static final JsonStyle COMBINED = new JsonStyle("\t", true, true);

  private final boolean classic;

  /// @param classic whether it stands behind the name `conftest`
  public ConfigParseCommand(boolean classic) {
    this.classic = classic;
  }

  @Override
  public String name() {
    return "parse";
  }

  @Override
  public String summary() {
    return "Show what policies see of configuration files, as JSON";
  }

  @Override
  public String usage() {
    return classic ? "<path> [path [...]] [flags]" : "[flags] FILE|-...";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("what a policy sees of a Dockerfile", "parse Dockerfile"),
        new Example("take a file for TOML", "parse --parser toml settings"));
  }

  @Override
  public boolean takesGlobalFlags() {
    return !classic;
  }

  @Override
  public List<FlagGroup> flags() {
    List<Flag> flags =
        new ArrayList<>(
            List.of(ConftestFlags.COMBINE, ConftestFlags.PARSER, ConftestFlags.PROTO_FILE_DIRS));
    if (!classic) {
      return List.of(new FlagGroup("Parse Flags", flags), OwnFlags.GLOBAL);
    }
    flags.add(ConftestFlags.CONFIG_FILE);
    flags.add(GlobalFlags.HELP);
    return List.of(new FlagGroup("Flags", flags));
  }

  @Override
  public int run(Invocation plain) throws UsageException, IOException {
    Invocation invocation = classic ? ConftestSettings.of(plain, this) : plain;
    if (invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("missing required arguments: name the files to parse");
    }
    Values values = invocation.values();
    byte[] stdin =
        invocation.arguments().contains(ConfigFiles.STDIN) ? Stdin.read(invocation) : new byte[0];
    var files =
        new ConfigFiles(
            invocation.world().folder(),
            values.text(ConftestFlags.PARSER),
            stdin,
            Policies.formats(invocation, classic));
    var report = new Reporting(invocation);
    List<Document> read = new ArrayList<>();
    boolean trouble = false;
    for (String name : invocation.arguments()) {
      try {
        read.add(files.read(name));
      } catch (UnreadException e) {
        report.tell("parse configurations", e.getMessage());
        trouble = true;
      }
    }
    if (read.isEmpty() || (trouble && classic)) {
      return invocation.dialect().errorCode();
    }
    boolean named = invocation.arguments().size() > 1;
    report.out(values.flag(ConftestFlags.COMBINE) ? combined(read) : shown(read, named));
    return trouble ? invocation.dialect().errorCode() : 0;
  }

  private static String combined(List<Document> files) {
    Value all = ((ArrayValue) Combining.of(Combining.items(files)).content()).at(0);
    // The path comes first here, unlike in anything sorted.
    var text = new StringBuilder("[");
    String between = "\n";
    for (Value item : all.elements()) {
      text.append(between).append(item(item));
      between = ",\n";
    }
    return text.append(all.elements().isEmpty() ? "]" : "\n]").append("\n\n").toString();
  }

  private static String item(Value item) {
    String path = JsonWriter.toText(item.get("path").orElseThrow(), COMBINED);
    String contents = JsonWriter.toText(item.get("contents").orElseThrow(), COMBINED);
    return "\t{\n\t\t\"path\": %s,\n\t\t\"contents\": %s\n\t}"
        .formatted(path, contents.replace("\n", "\n\t\t"));
  }

  private static String shown(List<Document> files, boolean named) {
    if (!named) {
      return JsonWriter.toText(files.getFirst().content(), STYLE) + "\n";
    }
    var sorted = new TreeMap<String, Value>();
    files.forEach(file -> sorted.put(file.file(), file.content()));
    var draft = new ObjectValue.Draft();
    sorted.forEach((name, content) -> draft.put(Value.of(name), content));
    return JsonWriter.toText(draft.finish(), STYLE) + "\n";
  }
}
