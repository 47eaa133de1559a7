package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.OutputFile;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.expand.Expansion;
import dev.landwaiter.policy.gatekeeper.expand.ExpansionException;
import dev.landwaiter.policy.gatekeeper.expand.ExpansionTemplate;
import dev.landwaiter.policy.gatekeeper.mutate.Mutator;
import dev.landwaiter.policy.gatekeeper.mutate.Mutators;
import dev.landwaiter.policy.gatekeeper.read.ManifestReader;
import dev.landwaiter.rego.builtin.encoding.YamlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Expands manifests. Behind the name `gator` the first problem ends the run.
final class GateExpand {
  /// More objects are not made in one run.
  private static final int MOST = 1_000_000;

  private static final JsonStyle JSON = new JsonStyle("    ", true, true);

  /// Later names come first, as with gator.
  private static final Comparator<Resource> ORDER =
      Comparator.comparing((Resource object) ->
              object.name() + object.content().text("apiVersion") + object.type().kind())
          .reversed();

  private final Invocation invocation;
  private final Values values;
  private final boolean original;
  private final List<Problem> problems = new ArrayList<>();

  GateExpand(Invocation invocation, boolean original) {
    this.invocation = invocation;
    this.values = invocation.values();
    this.original = original;
  }

  int run() throws UsageException, IOException {
    String format = values.text(GateExpandCommand.FORMAT);
    if (!format.equals("yaml") && !format.equals("json")) {
      throw new UsageException("there is no format " + format + "; there are yaml, json");
    }
    List<String> names = new ArrayList<>(values.repeated(GateFlags.FILENAME));
    if (!original) {
      names.addAll(invocation.arguments());
    } else if (!invocation.arguments().isEmpty()) {
      throw UsageException.withUsage(
          "unknown command \"" + invocation.arguments().getFirst() + "\" for \"gator expand\"");
    }
    List<Manifest> manifests = manifests(names);
    boolean stopped = !problems.isEmpty() && (original || manifests.isEmpty());
    if (manifests.isEmpty() && problems.isEmpty()) {
      invocation.log().error("there is no input: name files with -n, or write to standard input");
      return invocation.dialect().errorCode();
    }
    List<Resource> made = stopped ? List.of() : expanded(manifests);
    for (Problem problem : problems) {
      invocation.log().error(problem.toString());
    }
    if (stopped || (original && !problems.isEmpty())) {
      return invocation.dialect().errorCode();
    }
    show(made, format);
    return problems.isEmpty() ? 0 : invocation.dialect().errorCode();
  }

  private List<Manifest> manifests(List<String> names) throws UsageException, IOException {
    GateFiles.Read read = new GateFiles(invocation, original).read(names);
    problems.addAll(read.problems());
    List<Manifest> manifests = new ArrayList<>();
    for (Manifest manifest : read.manifests()) {
      for (Manifest each : original ? List.of(manifest) : ManifestReader.unfolded(manifest)) {
        if (each.resource().type().kind().isEmpty()) {
          problems.add(problem(each, "an object without a kind"));
        } else {
          manifests.add(each);
        }
      }
    }
    return manifests;
  }

  private static Problem problem(Manifest manifest, String message) {
    return Refused.problem(manifest, List.of(), message, "");
  }

  private ExternalData external(List<Manifest> manifests) throws UsageException {
    if (original) {
      return ExternalData.NONE;
    }
    try {
      return OutsideData.of(
              invocation,
              manifests,
              (manifest, doing, why) -> problems.add(Refused.problem(manifest, doing, why)))
          .orElse(ExternalData.NONE);
    } catch (GateException e) {
      throw new IllegalStateException("problems are gathered, not thrown", e);
    }
  }

  private List<Resource> expanded(List<Manifest> manifests) throws UsageException {
    List<Mutator> mutators = new ArrayList<>();
    List<ExpansionTemplate> templates = new ArrayList<>();
    List<Manifest> objects = new ArrayList<>();
    for (Manifest each : manifests) {
      try {
        if (Mutator.isMutator(each.resource())) {
          mutators.add(Mutator.of(each.resource()));
        } else if (ExpansionTemplate.isTemplate(each.resource())) {
          templates.add(ExpansionTemplate.of(each.resource()));
        } else if (!each.resource().isNamespace()) {
          objects.add(each);
        }
      } catch (RefusedException e) {
        problems.add(problem(each, e.text()));
      }
    }
    List<Resource> made = new ArrayList<>();
    var namespaces = Namespaces.of(manifests, original || values.flag(GateFlags.EMPTY_NAMESPACE));
    try {
      var expansion = Expansion.of(templates, Mutators.of(mutators), external(manifests));
      for (Manifest object : objects) {
        expand(expansion, object, namespaces, made);
        if (made.size() > MOST) {
          problems.add(problem(object, "more than the %,d objects that are made".formatted(MOST)));
          break;
        }
      }
    } catch (RefusedException e) {
      problems.add(Problem.in("ExpansionTemplates and mutators", e.text()));
    }
    made.sort(ORDER);
    return made;
  }

  private void expand(
      Expansion expansion, Manifest object, Namespaces namespaces, List<Resource> made) {
    try {
      expansion
          .expand(object.resource(), namespaces.of(object.resource()))
          .forEach(each -> made.add(each.object()));
    } catch (ExpansionException e) {
      problems.add(problem(object, e.text()));
    }
  }

  private void show(List<Resource> made, String format) throws UsageException, IOException {
    var text = new StringBuilder();
    for (Resource object : made) {
      if (!text.isEmpty()) {
        text.append(format.equals("json") ? "\n---\n" : "---\n");
      }
      text.append(
          format.equals("json")
              ? JsonWriter.toText(object.content(), JSON)
              : YamlText.of(object.content()));
    }
    String file = values.text(GateExpandCommand.FILE);
    if (!file.isEmpty()) {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      new OutputFile(invocation.world(), file).write(out -> out.write(bytes));
      if (original) {
        print("Writing output to file: " + file + "\n");
      }
      return;
    }
    if (!original) {
      if (made.isEmpty()) {
        invocation.log().warn("no object makes another one by the ExpansionTemplates given");
      }
      String last = format.equals("json") && !made.isEmpty() ? "\n" : "";
      print(Plain.lines(text + last));
    } else {
      print(text + "\n");
    }
  }

  private void print(String text) throws IOException {
    invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
