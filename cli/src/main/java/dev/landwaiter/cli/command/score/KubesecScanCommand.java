package dev.landwaiter.cli.command.score;

import dev.landwaiter.base.template.TemplateException;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.OutputFile;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.ScoreReport;
import dev.landwaiter.policy.score.output.KubesecJson;
import dev.landwaiter.policy.score.output.KubesecTable;
import dev.landwaiter.policy.score.output.KubesecTemplate;
import dev.landwaiter.policy.score.run.KubesecScan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// `kubesec scan` (kubernetes.md 5.6).
public final class KubesecScanCommand implements Command {
  private static final Flag DEBUG = Flag.toggle("debug", "tell details of the run");
  private static final Flag ABSOLUTE =
      Flag.toggle("absolute-path", "report the absolute path of the file");
  private static final Flag FORMAT =
      Flag.text("format", "form of the report: json, table or template")
          .shorthand("f")
          .standard("json");
  private static final Flag TEMPLATE =
      Flag.text("template", "text or file of the template").shorthand("t");
  private static final Flag RULES =
      Flag.repeated("rules", "rules that are asked, with commas between them (default all)")
          .shorthand("r");
  private static final Flag OUTPUT =
      Flag.text("output", "file that the report is written to as well").shorthand("o");
  private static final Flag EXIT_CODE =
      Flag.of("exit-code", FlagType.NUMBER, "exit code when something does not score above zero")
          .standard("2");

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public String summary() {
    return "Score one manifest";
  }

  @Override
  public String usage() {
    return "[flags] FILE";
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
            ABSOLUTE,
            DEBUG,
            EXIT_CODE,
            FORMAT,
            GlobalFlags.HELP,
            SchemaFlags.VERSION,
            OUTPUT,
            RULES,
            SchemaFlags.LOCATION,
            TEMPLATE));
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("file path is required");
    }
    try {
      return scan(invocation);
    } catch (Trouble e) {
      print(invocation, e.line().getBytes(StandardCharsets.UTF_8));
      return invocation.dialect().errorCode();
    }
  }

  private static int scan(Invocation invocation) throws UsageException, IOException, Trouble {
    Values values = invocation.values();
    int failed = values.number(EXIT_CODE);
    var schemas = SchemaFlags.of(invocation);
    ManifestFile file =
        ManifestFile.read(
            invocation.world(), invocation.arguments().getFirst(), values.flag(ABSOLUTE));
    var outcome =
        KubesecScan.scan(
            file.name(), file.text(), Profile.KUBESEC, split(values.repeated(RULES)), schemas);
    List<ScoreReport> reports =
        switch (outcome) {
          case KubesecScan.Outcome.Refused refused -> throw new Trouble(refused.message());
          case KubesecScan.Outcome.Scored scored -> scored.reports();
        };
    byte[] text = text(invocation, reports);
    print(invocation, text);
    String output = values.text(OUTPUT);
    if (!output.isEmpty()) {
      new OutputFile(invocation.world(), output).write(out -> out.write(text));
    }
    return reports.stream().allMatch(report -> report.score() > 0) ? 0 : failed;
  }

  private static byte[] text(Invocation invocation, List<ScoreReport> reports)
      throws UsageException, IOException, Trouble {
    return switch (invocation.values().text(FORMAT)) {
      case "json" -> KubesecJson.bytes(reports);
      case "table" -> KubesecTable.text(reports).getBytes(StandardCharsets.UTF_8);
      case "template" -> template(invocation, reports);
      default -> throw new Trouble("unrecognized format specified");
    };
  }

  /// A template is a file, or where none has that name the text of one.
  private static byte[] template(Invocation invocation, List<ScoreReport> reports)
      throws UsageException, IOException, Trouble {
    String given = invocation.values().text(TEMPLATE);
    if (given.isEmpty()) {
      throw new Trouble("template is unset, please specify with --template");
    }
    String text = TemplateFile.text(invocation.world(), given);
    try {
      String result =
          KubesecTemplate.text(text, reports, invocation.world().clock().instant()) + "\n";
      return result.getBytes(StandardCharsets.UTF_8);
    } catch (TemplateException e) {
      throw new Trouble(String.valueOf(e.getMessage()));
    }
  }

  /// The elements of lists with commas; blanks belong to them.
  static List<String> split(List<String> lists) {
    List<String> elements = new ArrayList<>();
    for (String list : lists) {
      if (!list.isEmpty()) {
        elements.addAll(List.of(list.split(",", -1)));
      }
    }
    return elements;
  }

  private static void print(Invocation invocation, byte[] text) throws IOException {
    invocation.world().stdout().write(text);
  }
}
