package dev.landwaiter.policy.score.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.schema.CustomKinds;
import dev.landwaiter.policy.score.Schemas;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CustomSchemasTest {
  private static Value parse(String yaml) throws Exception {
    return Yaml.parse("test", yaml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void definitionsAreAskedWhereNobodyElseKnowsTheKind() throws Exception {
    var kinds = new CustomKinds();
    assertThat(
            kinds.add(
                parse(
                    """
                    kind: CustomResourceDefinition
                    spec:
                      group: shop.example
                      names: {kind: Order}
                      versions:
                        - name: v1
                          schema:
                            openAPIV3Schema:
                              type: object
                              properties: {spec: {type: object, properties: {count: {type: integer}}}}
                    """)))
        .isTrue();
    var schemas = new CustomSchemas(BuiltinSchemas.of("").orElseThrow(), kinds);
    assertThat(schemas.check("shop.example/v1", "Order", parse("{spec: {count: 1}}")))
        .isEqualTo(
            new Schemas.Answer(true, "definition:shop.example/v1/Order", java.util.List.of()));
    assertThat(schemas.check("shop.example/v1", "Order", parse("{spec: {count: a}}")).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.text()).isEqualTo("got string, want integer"));
    assertThat(schemas.check("shop.example/v2", "Order", parse("{}")).known()).isFalse();
    assertThat(schemas.check("v1", "Pod", parse("{spec: {x: 1}}")).faults()).isNotEmpty();
  }
}
