package dev.landwaiter.policy.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Document;
import dev.landwaiter.policy.input.data.JsonFormat;
import dev.landwaiter.policy.input.data.YamlFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static List<Document> read(String text, InputFormat format) throws Exception {
    return Documents.read("f", text.getBytes(UTF_8), format);
  }

  @Test
  void anArrayHoldsDocuments() throws Exception {
    assertThat(read("[]", new JsonFormat())).isEmpty();
    assertThat(read("{}", new JsonFormat())).hasSize(1);
    List<Document> nested = read("[[1, 2], null]", new JsonFormat());
    assertThat(nested).extracting(Document::index).containsExactly(0, 1);
    assertThat(nested.getFirst().content().elements()).hasSize(2);
    assertThat(nested.getLast().content()).isEqualTo(NullValue.NULL);
  }

  @Test
  void eachDocumentFindsItsOwnPlaces() throws Exception {
    Document second = read("a: 1\n---\nb:\n- c: 2\n", new YamlFormat()).getLast();
    var spot = second.locator().get().find(List.of(Value.of("b"), Value.of(0), Value.of("c")));
    assertThat(spot.span().start()).isEqualTo(new Position(4, 6));
    assertThat(spot.depth()).isEqualTo(3);
    assertThat(second.locator().get().find(List.of(Value.of("x"))).depth()).isZero();
  }
}
