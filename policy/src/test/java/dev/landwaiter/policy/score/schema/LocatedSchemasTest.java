package dev.landwaiter.policy.score.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.manifest.PathText;
import dev.landwaiter.policy.score.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatedSchemasTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          any.json, apps/v1, Deployment, 1.31.2, any.json
          s, apps/v1, Deployment, 1.31.2, s/v1.31.2-standalone-strict/deployment-apps-v1.json
          s, v1, Pod, master, s/master-standalone-strict/pod-v1.json
          s, networking.k8s.io/v1, Ingress, v1.31.2, s/v1.31.2-standalone-strict/ingress-networking-v1.json
          '{{.Group}}-{{ .ResourceAPIVersion }}-{{ .ResourceKind }}.json', a.b/v2, Kind, master, a.b-v2-kind.json
          """)
  void placesAreMadeOfTheirVariables(
      String template, String apiVersion, String kind, String version, String wanted) {
    var location = new SchemaLocation(template);
    assertThat(location.problem()).isEmpty();
    assertThat(location.of(apiVersion, kind, version)).isEqualTo(wanted);
  }

  @Test
  void unknownVariablesAreTold() {
    assertThat(new SchemaLocation("{{ .Kind }}.json").problem().orElseThrow()).contains(".Kind");
    assertThat(new SchemaLocation("{{ .Group.json").problem().orElseThrow()).contains("}}");
  }

  @ParameterizedTest(name = "{0} against {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: 1}             | {type: object, additionalProperties: false}                    | : additional properties 'a' not allowed
          {b: 1, a: 2}       | {additionalProperties: false}                                  | : additional properties 'a', 'b' not allowed
          {a: x}             | {properties: {a: {type: [integer, 'null']}}}                   | a: got string, want integer or null
          {a: 1.5}           | {properties: {a: {type: integer}}}                             | a: got number, want integer
          {a: 1.0}           | {properties: {a: {type: integer}}}                             | ''
          {}                 | {required: [x, z]}                                             | : missing properties 'x', 'z'
          {a: [1, x]}        | {properties: {a: {items: {type: number}}}}                     | a[1]: got string, want number
          {a: v}             | {properties: {a: {enum: [x, z]}}}                              | a: value must be one of 'x', 'z'
          {a: 1}             | {properties: {a: {minimum: 2}}}                                | a: minimum: got 1, want 2
          {a: ABC}           | {properties: {a: {pattern: '^[a-z]+$', maxLength: 2}}}         | a: maxLength: got 3, want 2; a: 'ABC' does not match pattern '^[a-z]+$'
          {a: {b: true}}     | {definitions: {m: {additionalProperties: {type: string}}}, properties: {a: {$ref: '#/definitions/m'}}} | a.b: got boolean, want string
          {a: 1}             | {properties: {a: {anyOf: [{type: string}, {type: array}]}}}    | a: 'anyOf' failed
          {a: 1}             | {properties: {a: {oneOf: [{type: number}, {type: integer}]}}}  | a: 'oneOf' failed, 2 subschemas matched
          {a: 1}             | {properties: {a: {not: {type: number}}}}                       | a: 'not' failed
          {a: 1}             | {properties: {a: false}}                                       | a: false schema
          """)
  void faultsAreToldWithTheirPaths(String document, String schema, String wanted) throws Exception {
    String draft = "{$schema: 'http://json-schema.org/draft-07/schema#', " + schema.substring(1);
    var schemas =
        new LocatedSchemas(
            List.of(new SchemaLocation("x.json")),
            "master",
            place -> Optional.of(new LocatedSchemas.Source.Found("file:///x.json", json(draft))));
    Schemas.Answer answer = schemas.check("v1", "Pod", value(document));
    assertThat(answer.known()).isTrue();
    assertThat(
            answer.faults().stream()
                .map(fault -> PathText.of(fault.path()) + ": " + fault.text())
                .collect(Collectors.joining("; ")))
        .isEqualTo(wanted);
  }

  @Test
  void theFirstPlaceThatHasASchemaIsTaken() {
    var locations = List.of(new SchemaLocation("none.json"), new SchemaLocation("any.json"));
    var schemas =
        new LocatedSchemas(
            locations,
            "master",
            place ->
                place.equals("any.json")
                    ? Optional.of(new LocatedSchemas.Source.Found(place, "{}"))
                    : Optional.empty());
    assertThat(schemas.check("v1", "Pod", Value.of(1)))
        .isEqualTo(new Schemas.Answer(true, "any.json", List.of()));
    var none = new LocatedSchemas(locations, "master", place -> Optional.empty());
    assertThat(none.check("v1", "Pod", Value.of(1)).known()).isFalse();
  }

  @Test
  void aSchemaThatIsNoneIsAFault() {
    var schemas =
        new LocatedSchemas(
            List.of(new SchemaLocation("any.json")),
            "master",
            place -> Optional.of(new LocatedSchemas.Source.Found(place, "{\"type\": 5}")));
    assertThat(schemas.check("v1", "Pod", Value.of(1)).faults())
        .singleElement()
        .asString()
        .contains("cannot be read");
  }

  private static String json(String yaml) {
    try {
      return JsonWriter.toText(value(yaml), JsonStyle.COMPACT);
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }

  private static Value value(String yaml) throws FormatException {
    return Yaml.parse("value", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
