package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.world.Version;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.Report;
import dev.landwaiter.policy.gatekeeper.Reported;
import dev.landwaiter.policy.gatekeeper.Response;
import dev.landwaiter.policy.gatekeeper.output.GatorYaml;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Shows what our own gate found, and tells how the run ends.
///
/// @param printed by templates
record GateReport(
    Invocation invocation,
    Gate gate,
    List<Gate.Outcome> outcomes,
    List<Problem> problems,
    List<String> printed) {

  int show() throws UsageException, IOException {
    Values values = invocation.values();
    boolean denyOnly = values.flag(GateFlags.DENY_ONLY);
    List<Shown.Entry> results = new ArrayList<>();
    List<Response.Run> runs = new ArrayList<>();
    boolean denied = false;
    int judged = 0;
    for (Gate.Outcome outcome : outcomes) {
      judged += outcome.judged();
      runs.addAll(outcome.response().runs());
      Manifest manifest = outcome.manifest();
      for (Gate.Found found : outcome.found()) {
        denied |= found.result().denies();
        if (found.result().denies() || !denyOnly) {
          results.add(
              new Shown.Entry(
                  found.result(),
                  manifest.resource(),
                  manifest.document().file(),
                  found.at(),
                  found.path()));
        }
      }
    }
    boolean stats = values.flag(GateFlags.STATS);
    write(
        new Shown(
            results,
            problems,
            outcomes.size(),
            judged,
            stats ? Optional.of(runs) : Optional.empty()));
    tell(values.flag(GateFlags.EXPLAIN));
    String nothing = nothing(judged);
    if (!nothing.isEmpty()) {
      invocation.log().error(nothing);
    }
    boolean empty = !nothing.isEmpty() && values.flag(GateFlags.FAIL_ON_NOTHING);
    return !problems.isEmpty() || empty ? invocation.dialect().errorCode() : denied ? 1 : 0;
  }

  private void write(Shown shown) throws UsageException, IOException {
    OutputStream out = invocation.world().stdout();
    String form = invocation.values().text(GateFlags.OUTPUT).toLowerCase(Locale.ROOT);
    switch (form) {
      case "", "text" -> out.write(text(shown).getBytes(StandardCharsets.UTF_8));
      case "json" -> GateJson.write(shown, out);
      case "yaml" -> out.write(yaml(shown).getBytes(StandardCharsets.UTF_8));
      case "sarif" -> GateSarif.write(shown, Version.own(), out);
      default ->
          throw new UsageException(
              "there is no output " + form + "; there are text, json, yaml and sarif");
    }
  }

  private static String text(Shown shown) {
    var text = new StringBuilder();
    for (Shown.Entry each : shown.results()) {
      text.append(each.file()).append(':').append(each.at().line()).append(':');
      text.append(each.at().column()).append(": ").append(each.action()).append(": ");
      String message = each.result().violation().message();
      text.append(Plain.lines(message).replace("\n", "\n    ")).append(" [");
      text.append(each.result().constraint().kind()).append('/');
      text.append(each.result().constraint().name()).append("] (");
      text.append(each.named()).append(")\n");
      each.result().trace().ifPresent(trace -> text.append(trace).append('\n'));
    }
    shown.runs().ifPresent(runs -> statistics(runs, text));
    return text.toString();
  }

  private static void statistics(List<Response.Run> runs, StringBuilder text) {
    for (Response.Run run : runs) {
      text.append(
          "%s (%s): %d constraints in %d ns\n"
              .formatted(run.kind(), run.engine(), run.constraints(), run.nanos()));
    }
  }

  private static String yaml(Shown shown) {
    List<Reported> reported =
        shown.results().stream().map(each -> new Reported(each.result(), each.object())).toList();
    return GatorYaml.of(new Report(reported, shown.runs(), false, false));
  }

  private void tell(boolean explain) {
    printed.forEach(line -> invocation.log().info("print: " + line));
    for (Problem problem : problems) {
      var plain = new Problem(problem.where(), problem.position(), problem.message(), "");
      invocation.log().error(plain + (problem.hint().isEmpty() ? "" : "\n" + problem.hint()));
    }
    if (explain) {
      outcomes.forEach(this::explain);
    }
  }

  /// Why nothing was judged, or empty.
  private String nothing(int judged) {
    if (judged > 0) {
      return "";
    }
    if (gate.client().templates().isEmpty()) {
      return "nothing was judged: there is no ConstraintTemplate among the files";
    }
    if (gate.client().constraints().isEmpty()) {
      return "nothing was judged: there is no constraint among the files";
    }
    return outcomes.isEmpty()
        ? "nothing was judged: there is no object among the files"
        : "nothing was judged: no constraint applies to any of the "
            + outcomes.size()
            + " objects (--explain says why)";
  }

  private void explain(Gate.Outcome outcome) {
    Manifest manifest = outcome.manifest();
    gate.client()
        .mismatches(outcome.review())
        .forEach((constraint, criterion) ->
            invocation
                .log()
                .info(
                    "%s: %s/%s does not apply to %s %s: match.%s"
                        .formatted(
                            manifest.document().file(),
                            constraint.kind(),
                            constraint.name(),
                            manifest.resource().type().kind(),
                            manifest.resource().path(),
                            criterion)));
  }
}
