package dev.landwaiter.rego.builtin.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.token.StillSurroundings;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFunctionsTest {
  private static final Map<String, Builtin> FUNCTIONS =
      SchemaFunctions.all().stream().collect(Collectors.toMap(Builtin::name, Function.identity()));

  private static Value result(String name, Value... arguments) {
    var answer = new ObjectValue.Draft();
    try {
      Value value =
          Objects.requireNonNull(FUNCTIONS.get(name))
              .operation()
              .call(new StillSurroundings(0), arguments);
      answer.put(Value.of("value"), value == null ? ArrayValue.EMPTY : value);
    } catch (BuiltinException e) {
      answer.put(Value.of("error"), Value.of(e.code() + ": " + name + ": " + e.getMessage()));
    }
    return answer.finish();
  }

  private static Value value(Term term) {
    return switch (term) {
      case Scalar scalar -> scalar.value();
      case ArrayTerm array ->
          new ArrayValue(array.elements().stream().map(SchemaFunctionsTest::value).toList());
      case ObjectTerm object -> {
        var draft = new ObjectValue.Draft();
        object.entries().forEach(entry -> draft.put(value(entry.key()), value(entry.value())));
        yield draft.finish();
      }
      // object.get({}, "k", X) hides the type of X
      case Call call -> value(call.arguments().getLast());
      default -> throw new IllegalArgumentException(term.toString());
    };
  }

  private static Value evaluated(String expression) throws RegoException {
    Call call =
        (Call) Parser.parseTerm(new Source("", expression), ParserSettings.of(RegoVersion.V1));
    return result(
        call.name(),
        call.arguments().stream().map(SchemaFunctionsTest::value).toArray(Value[]::new));
  }

  @Test
  void recordedCallsAnswerAlike() throws Exception {
    var differing = new ArrayList<String>();
    int count = 0;
    for (String line : Files.readAllLines(Shared.path("conformance/opa/builtins.jsonl"))) {
      Value row = Json.parse("row", line);
      if (FUNCTIONS.containsKey(row.text("builtin"))) {
        count++;
        Value ours = evaluated(row.text("expr"));
        if (!ours.equals(row.get("result").orElseThrow())) {
          differing.add(row.text("expr") + "\n" + ours);
        }
      }
    }
    System.out.println((count - differing.size()) + " of " + count + " agree");
    assertThat(differing).isEmpty();
    assertThat(count).isGreaterThan(80);
  }

  private static List<Value> match(String document, String schema) {
    return result("json.match_schema", Value.of(document), Value.of(schema))
        .get("value")
        .orElseThrow()
        .elements();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":{\"a\":{}}} | {\"properties\":{\"a\":{\"$ref\":\"#\"}}} | true",
        "{\"a\":{\"b\":1}} | {\"additionalProperties\":false,\"properties\":{\"a\":{\"$ref\":\"#\"}}} | false",
        "[1,1.0] | {\"uniqueItems\":true} | false",
        "{\"n\":[{\"n\":[]}]} | {\"$ref\":\"#/definitions/t\",\"definitions\":{\"t\":{\"properties\":{\"n\":{\"items\":{\"$ref\":\"#/definitions/t\"}}}}}} | true",
        "1 | {\"$ref\":\"x.json\",\"definitions\":{\"a\":{\"$id\":\"x.json\",\"type\":\"string\"}}} | false",
        "0.3 | {\"multipleOf\":0.1} | true",
        "{\"type\":\"string\"} | {\"$ref\":\"http://json-schema.org/draft-07/schema#\"} | true",
        "{\"type\":\"strong\"} | {\"$ref\":\"http://json-schema.org/draft-06/schema#\"} | false",
        "{\"minimum\":\"a\"} | {\"$ref\":\"http://json-schema.org/draft-04/schema#\"} | false",
        "5 | {\"format\":\"email\"} | true",
      })
  void documentsMatchOrNot(String document, String schema, boolean valid) {
    assertThat(match(document, schema).getFirst()).isEqualTo(Value.of(valid));
  }

  @Test
  void aSchemaThatIsItselfEndsWithAnError() {
    assertThat(
            result("json.match_schema", Value.of("1"), Value.of("{\"$ref\":\"#\"}")).text("error"))
        .contains("lead into each other");
  }

  @Test
  void schemasNestWithinBounds() {
    var chain = new StringBuilder("{\"$ref\":\"#/definitions/0\",\"definitions\":{\"600\":{}");
    for (int i = 0; i < 600; i++) {
      chain.append(",\"" + i + "\":{\"$ref\":\"#/definitions/" + (i + 1) + "\"}");
    }
    String deep = chain.append("}}").toString();
    assertThat(
            result("json.verify_schema", Value.of(deep))
                .get("value")
                .orElseThrow()
                .elements()
                .getLast()
                .asText())
        .contains("nested deeper");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000000 | 1e+06",
        "65535 | 65535",
        "123456.5 | 123456.5",
        "0.00001 | 1e-05",
        "-2.50 | -2.5",
      })
  void limitsAreShownAsGoShowsBigFloats(String limit, String shown) {
    List<Value> answer = match("-1e9", "{\"minimum\":" + limit + "}");
    assertThat(answer.getLast().elements().getFirst().text("desc"))
        .isEqualTo("Must be greater than or equal to " + shown);
  }

  @ParameterizedTest
  @CsvSource({
    "date,2024-02-29,true",
    "date,2023-02-29,false",
    "time,10:11:12Z,true",
    "date-time,2024-01-02T03:04:05+01:00,true",
    "date-time,2024-01-02T03:04:05,false",
    "hostname,a-b.example.org,true",
    "hostname,-a.example.org,false",
    "email,Ann <ann@example.org>,true",
    "email,ann@,false",
    "ipv4,1.2.3.4,true",
    "ipv6,::1,true",
    "ipv6,::g,false",
    "uri,https://example.org/a,true",
    "uri,/a,false",
    "uri-reference,/a,true",
    "uuid,123e4567-e89b-12d3-a456-426614174000,true",
    "json-pointer,/a/b,true",
    "json-pointer,a,false",
    "relative-json-pointer,1/a,true",
    "unheard-of,x,true"
  })
  void formatsAreKnown(String format, String text, boolean matches) {
    assertThat(Formats.matches(format, text)).isEqualTo(matches);
  }
}
