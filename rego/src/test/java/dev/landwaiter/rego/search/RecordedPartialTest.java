package dev.landwaiter.rego.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.conformance.StillWorld;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the original left of queries (`opa eval --partial --format source`).
final class RecordedPartialTest {
  private static final Capabilities CAPABILITIES =
      Capabilities.current(
          RegoVersion.V1, Builtins.all().values().stream().map(Builtin::declaration).toList());

  private static final ParserSettings PARSING =
      ParserSettings.of(RegoVersion.V1).capabilities(CAPABILITIES);

  /// A recorded run.
  record Row(Value fields) {
    List<String> arguments() {
      return fields.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
    }

    List<String> options(String name) {
      List<String> all = arguments();
      var found = new ArrayList<String>();
      for (int i = 0; i < all.size() - 1; i++) {
        if (all.get(i).equals(name)) {
          found.add(all.get(i + 1));
        }
      }
      return found;
    }

    boolean isPartial() {
      return arguments().contains("-p")
          && options("-f").contains("source")
          && fields.text("stderr").isEmpty();
    }

    @Override
    public String toString() {
      return fields.text("id");
    }
  }

  static Stream<Row> rows() throws IOException, FormatException {
    var rows = new ArrayList<Row>();
    for (String line :
        Files.readAllLines(Shared.path("conformance/opa/cli-eval.jsonl"), StandardCharsets.UTF_8)) {
      rows.add(new Row(Json.parse("cli-eval", line.getBytes(StandardCharsets.UTF_8))));
    }
    return rows.stream().filter(Row::isPartial);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void isAsRecorded(Row row) throws RegoException, FormatException {
    var modules = new ArrayList<Module>();
    ObjectValue data = ObjectValue.EMPTY;
    for (Map.Entry<Value, Value> file :
        row.fields().get("files").orElse(ObjectValue.EMPTY).members().entrySet()) {
      byte[] text = file.getValue().asText().getBytes(StandardCharsets.UTF_8);
      if (file.getKey().asText().endsWith(".rego")) {
        modules.add(
            Parser.parseModule(
                new Source(file.getKey().asText(), file.getValue().asText()), PARSING));
      } else {
        data = (ObjectValue) Json.parse("data", text);
      }
    }
    CompiledPolicy policy = Compiler.compile(modules, CompilerSettings.of(CAPABILITIES));
    Body query = Parser.parseQuery(new Source("", row.arguments().getLast()), PARSING);
    String stdin = row.fields().text("stdin");
    Optional<Value> input =
        row.arguments().contains("-I") && !stdin.isEmpty()
            ? Optional.of(Json.parse("input", stdin.getBytes(StandardCharsets.UTF_8)))
            : Optional.empty();
    PartialAnswer answer =
        new Search(policy, Builtins.all())
            .partial(
                QueryCompiler.compilePartial(policy, query, QuerySettings.PLAIN),
                new Documents(data, input),
                settings(),
                partial(row),
                Optional.empty());
    assertThat(shown(answer)).isEqualTo(recorded(row.fields().text("stdout")));
  }

  private static PartialSettings partial(Row row) throws RegoException {
    var unknowns = new ArrayList<Ref>();
    List<String> named = row.options("-u");
    for (String one : named.isEmpty() ? List.of("input") : named) {
      unknowns.add(Parser.parseRef(new Source("", one), PARSING));
    }
    var kept = new ArrayList<Ref>();
    for (String one : row.options("--disable-inlining")) {
      kept.add(Parser.parseRef(new Source("", one), PARSING));
    }
    return new PartialSettings(
        unknowns,
        kept,
        row.arguments().contains("--shallow-inlining"),
        row.arguments().contains("--nondeterminstic-builtins"));
  }

  private static Settings settings() {
    return new Settings(new StillWorld(), Budget.NONE, false, true, true, _ -> {}, CAPABILITIES);
  }

  private static String shown(PartialAnswer answer) {
    var text = new StringBuilder();
    for (Body body : answer.queries()) {
      text.append("# Query\n").append(body(body));
    }
    var support = new TreeSet<String>();
    answer.support().forEach(module -> support.add(module(module)));
    return text + String.join("", support);
  }

  /// Reads the recorded text, so that only what it means is compared.
  private static String recorded(String stdout) throws RegoException {
    var text = new StringBuilder();
    var support = new TreeSet<String>();
    for (String part : stdout.split("(?m)^# ", -1)) {
      String rest = part.substring(part.indexOf('\n') + 1);
      if (part.startsWith("Query")) {
        text.append("# Query\n");
        if (!rest.isBlank()) {
          text.append(body(Parser.parseQuery(new Source("", rest), PARSING)));
        }
      } else if (part.startsWith("Module")) {
        support.add(module(Parser.parseModule(new Source("", rest), PARSING)));
      }
    }
    return text + String.join("", support);
  }

  private static String body(Body body) {
    return body.expressions().stream().map(RecordedPartialTest::line).collect(Collectors.joining());
  }

  private static String line(Expr expr) {
    Expr shown = expr;
    if (expr.content() instanceof Call call
        && call.name().equals("eq")
        && call.arguments().getLast() instanceof Call infix) {
      // The formatter shows an operator with its result so.
      var all = new ArrayList<Term>(infix.arguments());
      all.add(call.arguments().getFirst());
      shown = expr.content(new Call(infix.operator(), all, call.at()));
    }
    return "  " + TermText.of(shown).replaceAll("_term_[0-9_]+", "_") + "\n";
  }

  private static String module(Module module) {
    String text = "# Module " + module.packageClause().path() + "\n";
    var rules = new TreeSet<String>();
    for (Rule rule : module.rules()) {
      String head = rule.isDefault() ? "default " + rule.head() : rule.head().toString();
      rules.add(head.replace(" = ", " := ") + "\n" + (rule.isDefault() ? "" : body(rule.body())));
    }
    return text + String.join("", rules);
  }
}
