package dev.landwaiter.policy.gatekeeper.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintReaderTest {
  private static final String SCHEMA =
      """
      {type: object, required: [], properties: {
        i: {type: integer, minimum: 1, maximum: 9},
        l: {type: array, minItems: 1, maxItems: 2, items: {type: string}},
        m: {type: string, enum: [a, b], default: a},
        s: {type: string, minLength: 2, pattern: '^x'},
        o: {type: object, required: [k], properties: {k: {type: string}}},
        p: {x-kubernetes-int-or-string: true},
        q: {type: object, additionalProperties: {type: integer}},
        v: {type: integer, anyOf: [{maximum: 2}, {minimum: 8}]},
        w: {type: string, nullable: true}}}
      """;

  private static Resource resource(String text) throws Exception {
    return Resource.of((ObjectValue) Yaml.parse("", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static ConstraintReader reader(String version, String schema) throws Exception {
    String template =
        """
        apiVersion: templates.gatekeeper.sh/%s
        kind: ConstraintTemplate
        metadata: {name: flag}
        spec:
          crd: {spec: {names: {kind: Flag}, validation: {openAPIV3Schema: %s}}}
          targets: [{target: admission.k8s.gatekeeper.sh, rego: x}]
        """
            .formatted(version, schema.replace("\n", " "));
    return new ConstraintReader(TemplateReader.read(resource(template)));
  }

  private static Constraint read(String version, String spec) throws Exception {
    return reader(version, SCHEMA).read(constraint(spec));
  }

  private static Resource constraint(String spec) throws Exception {
    return resource(
        "{apiVersion: constraints.gatekeeper.sh/v1beta1, kind: Flag, metadata: {name: c1}, spec: "
            + spec
            + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{i: x}    | must be of type integer: \"string\"",
        "{i: 0}    | should be greater than or equal to 1",
        "{i: 10}   | should be less than or equal to 9",
        "{i: 1.5}  | must be of type integer: \"number\"",
        "{i: null} | must be of type integer: \"null\"",
        "{l: []}   | should have at least 1 items",
        "{l: [a, b, c]} | must have at most 2 items",
        "{l: [1]}  | spec.parameters.l[0] in body must be of type string",
        "{m: c}    | supported values: \"a\", \"b\"",
        "{s: x}    | should be at least 2 chars long",
        "{s: yy}   | should match '^x'",
        "{o: {}}   | spec.parameters.o.k: Required value",
        "{p: true} | must be of type integer,string",
        "{q: {a: b}} | spec.parameters.q.a in body must be of type integer",
        "{v: 5}    | must validate at least one schema (anyOf)",
      })
  void parametersThatDoNotFitAreRefused(String parameters, String words) {
    assertThatThrownBy(() -> read("v1", "{parameters: " + parameters + "}"))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("schema validation failed: ")
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{i: 9, p: 1, q: {a: 1}, v: 9, w: null} |"
            + " {\"i\":9,\"p\":1,\"q\":{\"a\":1},\"v\":9,\"w\":null,\"m\":\"a\"}",
        "{m: b, p: x}                           | {\"m\":\"b\",\"p\":\"x\"}",
        "{m: null}                              | {\"m\":\"a\"}",
      })
  void parametersThatFitAreFilled(String parameters, String filled) throws Exception {
    // Filling comes first: what a default stands for need not be valid.
    Constraint constraint =
        parameters.contains("m: null")
            ? reader("v1", SCHEMA.replace("enum: [a, b]", "nullable: false"))
                .read(constraint("{parameters: {}}"))
            : read("v1", "{parameters: " + parameters + "}");
    assertThat(JsonWriter.toText(constraint.parameters(), JsonStyle.COMPACT)).isEqualTo(filled);
  }

  @Test
  void unknownFieldsAreKeptByLegacySchemasOnly() throws Exception {
    assertThat(read("v1beta1", "{parameters: {z: 1}}").parameters().get("z")).isPresent();
    assertThatThrownBy(() -> read("v1", "{parameters: {z: 1}}"))
        .hasMessage("invalid Constraint: unknown fields: [spec.parameters.z]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{match: {kindz: []}} | invalid Constraint: unknown fields: [spec.match.kindz]",
        "{nope: 1} | invalid Constraint: unknown fields: [spec.nope]",
        "{match: {namespaces: [p*d]}} | should match",
        "{match: {source: Some}} | supported values: \"All\", \"Generated\", \"Original\"",
        "{match: []} | accessor error",
        "{enforcementAction: 5} | must be of type string",
        "{enforcementAction: scoped} | missing required field",
        "{match: {labelSelector: {matchExpressions: [{key: a, operator: Near}]}}} | invalid"
            + " Constraint: spec.labelSelector",
      })
  void constraintsThatDoNotFitAreRefused(String spec, String words) {
    assertThatThrownBy(() -> read("v1", spec))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
  }

  @Test
  void theActionIsFilledIn() throws Exception {
    Constraint constraint = read("v1", "{}");
    assertThat(constraint.action()).isEqualTo("deny");
    assertThat(constraint.resource().content().get("spec").orElseThrow().text("enforcementAction"))
        .isEqualTo("deny");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{properties: {a: {type: string}}} | type: Required value: must not be empty",
        "{type: object, properties: {a: {type: strin}}} | Unsupported value: \"strin\"",
        "{type: object, properties: {a: {type: array}}} | items: Required value",
        "{type: object, properties: {a: {type: array, items: {}}}} | for specified array items",
        "{type: object, additionalProperties: false} | cannot be set to false",
      })
  void schemasThatAreNotStructuralAreRefused(String schema, String words) {
    assertThatThrownBy(() -> reader("v1", schema))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("invalid ConstraintTemplate: spec.validation.openAPIV3Schema")
        .hasMessageContaining(words);
  }
}
