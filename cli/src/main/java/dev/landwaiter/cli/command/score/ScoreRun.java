package dev.landwaiter.cli.command.score;

import dev.landwaiter.base.template.TemplateException;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.OutputFile;
import dev.landwaiter.cli.command.Waivers;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ScoreFlags;
import dev.landwaiter.cli.world.Version;
import dev.landwaiter.policy.manifest.Manifest;
import dev.landwaiter.policy.manifest.ManifestReader;
import dev.landwaiter.policy.manifest.Manifests;
import dev.landwaiter.policy.manifest.PodPlace;
import dev.landwaiter.policy.schema.CustomKinds;
import dev.landwaiter.policy.score.ObjectScore;
import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.RuleSet;
import dev.landwaiter.policy.score.ScoreReport;
import dev.landwaiter.policy.score.output.KubesecJson;
import dev.landwaiter.policy.score.output.KubesecTemplate;
import dev.landwaiter.policy.score.output.ScoreJson;
import dev.landwaiter.policy.score.output.ScoreSarif;
import dev.landwaiter.policy.score.output.ScoreTable;
import dev.landwaiter.policy.score.output.Scored;
import dev.landwaiter.policy.score.rule.Rules;
import dev.landwaiter.policy.score.run.ObjectScorer;
import dev.landwaiter.policy.score.schema.CustomSchemas;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One run of our own scoring.
final class ScoreRun {
  private final Invocation invocation;
  private final List<Rule> rules;
  private final ObjectScorer scorer;
  private final CustomKinds custom;
  private final ScoreVerdict verdict;
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<ObjectScore> objects = new ArrayList<>();
  private final List<Problem> lost = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private int files;
  private int others;
  private int templates;

  private ScoreRun(
      Invocation invocation,
      List<Rule> rules,
      ObjectScorer scorer,
      CustomKinds custom,
      ScoreVerdict verdict) {
    this.invocation = invocation;
    this.rules = rules;
    this.scorer = scorer;
    this.custom = custom;
    this.verdict = verdict;
  }

  static ScoreRun of(Invocation invocation) throws UsageException {
    Profile profile = ScoreCommand.profile(invocation);
    List<String> ids = invocation.values().texts(ScoreFlags.RULES);
    List<Rule> all = Rules.of(profile);
    List<String> unknown = RuleSet.unknown(all, ids);
    if (!unknown.isEmpty()) {
      throw new UsageException(
          "there is no rule "
              + String.join(", ", unknown)
              + "; landwaiter score --list-rules tells those there are");
    }
    var set = RuleSet.of(all, ids);
    Waivers waivers = Waivers.of(invocation);
    var custom = new CustomKinds();
    var scorer =
        new ObjectScorer(
            set,
            profile,
            new CustomSchemas(SchemaFlags.of(invocation), custom),
            (rule, file) -> waivers.covering(file, rule::equals),
            places(invocation.values()),
            invocation.values().flag(ScoreFlags.ANNOTATIONS)
                ? Optional.of(invocation.world().clock().instant())
                : Optional.empty());
    return new ScoreRun(
        invocation, set.rules(), scorer, custom, ScoreVerdict.of(invocation.values(), all));
  }

  private static List<PodPlace> places(Values values) throws UsageException {
    List<PodPlace> places = new ArrayList<>();
    for (String text : values.repeated(ScoreFlags.POD_PATH)) {
      places.add(
          PodPlace.parse(text)
              .orElseThrow(() ->
                  new UsageException(
                      "--pod-path %s has not the form Kind.group=spec.template.spec"
                          .formatted(text))));
    }
    return places;
  }

  int run() throws UsageException, IOException {
    String stdin = invocation.values().text(ScoreFlags.STDIN_FILENAME);
    var inputs = new ScoreInputs(invocation.world(), stdin.isEmpty() ? "-" : stdin, this::take);
    for (String argument : invocation.arguments()) {
      inputs.add(argument);
    }
    lost.addAll(inputs.problems());
    // Only now are all definitions of kinds known.
    for (Manifest manifest : manifests) {
      List<ObjectScore> scores = scorer.score(manifest);
      objects.addAll(scores);
      others += scores.isEmpty() ? 1 : 0;
    }
    write(new Scored(objects, lost, warnings, files, others, templates));
    return code();
  }

  private void take(String name, byte[] text, boolean named) {
    Manifests read = ManifestReader.read(name, text);
    files++;
    templates += read.templates();
    for (Manifests.Unread unread : read.problems()) {
      (unread.lost() ? lost : warnings).add(unread.problem());
    }
    for (Manifest manifest : read.objects()) {
      custom.add(manifest.object());
      manifests.add(manifest);
    }
    if (named && read.objects().isEmpty() && read.problems().isEmpty()) {
      warnings.add(Problem.in(name, "holds no object of Kubernetes"));
    }
  }

  private int code() throws UsageException {
    if (!lost.isEmpty()) {
      return invocation.dialect().errorCode();
    }
    if (objects.isEmpty() && invocation.values().flag(ScoreFlags.FAIL_ON_NOTHING)) {
      invocation.log().error("nothing was scored: no object that a rule is about was found");
      return invocation.dialect().errorCode();
    }
    return objects.stream().anyMatch(verdict::fails) ? 1 : 0;
  }

  private void write(Scored scored) throws UsageException, IOException {
    String output = invocation.values().text(ScoreFlags.OUTPUT);
    Format format = format(scored, !output.isEmpty());
    if (output.isEmpty()) {
      var out = new BufferedOutputStream(invocation.world().stdout(), 1 << 16);
      format.write(out);
      out.flush();
    } else {
      new OutputFile(invocation.world(), output).write(format::write);
    }
    if (!invocation.values().text(ScoreFlags.FORMAT).equals("table") || !output.isEmpty()) {
      lost.forEach(problem -> invocation.log().error(problem.toString()));
      warnings.forEach(problem -> invocation.log().warn(problem.toString()));
    }
  }

  /// Writes a report.
  @FunctionalInterface
  private interface Format {
    void write(OutputStream out) throws IOException;
  }

  private Format format(Scored scored, boolean toFile) throws UsageException, IOException {
    Values values = invocation.values();
    int width = toFile ? 0 : invocation.world().terminal().width();
    OptionalInt least = verdict.least();
    return switch (values.text(ScoreFlags.FORMAT)) {
      case "json" -> out -> ScoreJson.write(scored, out);
      case "patch" -> out -> ScoreJson.patches(scored, out);
      case "sarif" -> out -> ScoreSarif.write(scored, rules, Version.own(), out);
      case "kubesec" -> out -> KubesecJson.write(reports(scored), out);
      case "template" -> {
        byte[] text = template(scored).getBytes(StandardCharsets.UTF_8);
        yield out -> out.write(text);
      }
      default -> {
        byte[] text = ScoreTable.text(scored, width, least).getBytes(StandardCharsets.UTF_8);
        yield out -> out.write(text);
      }
    };
  }

  private static List<ScoreReport> reports(Scored scored) {
    return scored.objects().stream().map(ObjectScore::report).toList();
  }

  private String template(Scored scored) throws UsageException, IOException {
    String given = invocation.values().text(ScoreFlags.TEMPLATE);
    if (given.isEmpty()) {
      throw new UsageException("--format template needs --template");
    }
    try {
      return KubesecTemplate.text(
          TemplateFile.text(invocation.world(), given),
          reports(scored),
          invocation.world().clock().instant());
    } catch (TemplateException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
