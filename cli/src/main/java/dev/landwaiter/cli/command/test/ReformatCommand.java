package dev.landwaiter.cli.command.test;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.text.Reason;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.ConftestFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import dev.landwaiter.policy.conftest.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns results that were kept as JSON into another form.
public final class ReformatCommand implements Command {
  @Override
  public String name() {
    return "reformat";
  }

  @Override
  public String summary() {
    return "Turn results that were kept as JSON into another form";
  }

  @Override
  public String usage() {
    return "[file] [flags]";
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
            ConftestFlags.OUTPUT.standard("stdout"),
            ConftestFlags.CONFIG_FILE,
            GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation plain) throws UsageException, IOException {
    Invocation invocation = ConftestSettings.of(plain, this);
    var report = new Reporting(invocation);
    List<String> names = invocation.arguments();
    if (names.size() > 1) {
      throw UsageException.withUsage("reformat wants one file at most");
    }
    try {
      byte[] text =
          names.isEmpty() || names.getFirst().equals("-")
              ? Stdin.read(invocation)
              : Files.readAllBytes(invocation.world().folder().resolve(names.getFirst()));
      report.results(read(Json.parse("the results", text)), false, Map.of());
      return 0;
    } catch (FormatException e) {
      return report.trouble("failed to parse JSON input: " + e.getMessage());
    } catch (IOException e) {
      return report.trouble("failed to read the results: " + Reason.of(e));
    }
  }

  private static List<CheckResult> read(Value json) throws FormatException {
    List<CheckResult> results = new ArrayList<>();
    if (!(json instanceof ArrayValue) && !(json instanceof NullValue)) {
      throw new FormatException(
          dev.landwaiter.base.text.Problem.in("the results", "no array of results"));
    }
    for (Value each : json.elements()) {
      long successes =
          each.get("successes")
              .flatMap(count ->
                  count instanceof NumberValue number && number.isPlain()
                      ? Optional.of(number.plain())
                      : Optional.empty())
              .orElse(0L);
      results.add(
          new CheckResult(
              each.text("filename"),
              each.text("namespace"),
              Math.clamp(successes, 0, 1_000_000),
              messages(each, "skipped"),
              messages(each, "warnings"),
              messages(each, "failures"),
              messages(each, "exceptions"),
              List.of()));
    }
    return results;
  }

  private static List<Message> messages(Value result, String name) {
    List<Message> messages = new ArrayList<>();
    for (Value each : result.get(name).map(Value::elements).orElse(List.of())) {
      messages.add(
          new Message(
              each.text("msg"),
              each.get("loc").map(ReformatCommand::origin),
              each.get("metadata").orElse(ObjectValue.EMPTY) instanceof ObjectValue metadata
                  ? metadata
                  : ObjectValue.EMPTY,
              Optional.empty()));
    }
    return messages;
  }

  private static Origin origin(Value loc) {
    return new Origin(
        loc.text("file"),
        loc.get("line")
            .flatMap(line ->
                line instanceof NumberValue number ? Optional.of(number) : Optional.empty()));
  }
}
