package dev.landwaiter.policy.input.proto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextprotoFormatTest {
  private static final String OLD =
      """
      syntax = "proto2"; // the old one
      package old;
      import public "new/b.proto";
      import "google/protobuf/descriptor.proto";
      option java_package = "x";
      extend google.protobuf.FieldOptions { optional string mark = 50001; }
      message Item {
        required string name = 1 [(mark) = "m", deprecated = true];
        optional int32 count = 2 [default = -7];
        repeated group Part = 3 { optional string id = 1; }
        extensions 100 to max;
        reserved 9, 11 to 15;
        reserved "gone";
        message Inner { optional Item item = 1; }
        optional Inner inner = 4;
        enum Kind { option allow_alias = true; A = 0; B = 1; C = 1; }
        optional Kind kind = 5;
        optional new.Any64 wide = 6;
        oneof pick { string left = 7; int32 right = 8; }
      }
      extend Item { optional int32 extra = 100; repeated string extras = 101; }
      """;
  private static final String NEW =
      """
      syntax = "proto3";
      package new;
      import "google/protobuf/any.proto";
      import "google/protobuf/timestamp.proto";
      import "google/protobuf/duration.proto";
      import "google/protobuf/struct.proto";
      import "google/protobuf/wrappers.proto";
      import "google/protobuf/field_mask.proto";
      import "google/protobuf/empty.proto";
      service S { rpc Get (Any64) returns (stream Any64) { option x = { a: 1 }; } }
      message Any64 {
        int64 i = 1; uint64 u = 2; double d = 3; float f = 4; bytes raw = 5; bool flag = 6;
        google.protobuf.Any any = 7;
        google.protobuf.Timestamp time = 8;
        google.protobuf.Duration span = 9;
        google.protobuf.Struct tree = 10;
        google.protobuf.Int64Value boxed = 11;
        google.protobuf.FieldMask mask = 12;
        google.protobuf.Empty none = 13;
        map<int32, Any64> by = 14;
        optional int32 there = 15;
        repeated int32 list = 16;
        map<bool, string> flags = 17;
        google.protobuf.Value free = 18;
        fixed32 f32 = 19;
      }
      """;
  private static final String EDITION =
      """
      edition = "2023";
      package ed;
      option features.field_presence = IMPLICIT;
      message M {
        int32 a = 1;
        int32 b = 2 [features.field_presence = EXPLICIT];
        M m = 3 [features.message_encoding = DELIMITED];
      }
      """;

  @TempDir Path folder;

  private TextprotoFormat format() throws IOException {
    Files.createDirectories(folder.resolve("new"));
    Files.writeString(folder.resolve("old.proto"), OLD);
    Files.writeString(folder.resolve("new/b.proto"), NEW);
    Files.writeString(folder.resolve("ed.proto"), EDITION);
    return new TextprotoFormat(List.of(folder));
  }

  private String json(String type, String text) throws FormatException, IOException {
    byte[] bytes = ("# proto-message: " + type + "\n" + text).getBytes(UTF_8);
    return JsonWriter.toText(format().read("x.textproto", bytes), JsonStyle.COMPACT.sorted());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "new.Any64 → i: -0x10 u: 18446744073709551615 →"
            + " {\"i\":\"-16\",\"u\":\"18446744073709551615\"}",
        "new.Any64 → d: -inf f: 0.1f, raw: '\\x01\\377' 'a'; flag: t →"
            + " {\"d\":\"-Infinity\",\"f\":0.1,\"flag\":true,\"raw\":\"Af9h\"}",
        "new.Any64 → i: 0 d: 0 flag: false list: [] raw: \"\" there: 0 → {\"there\":0}",
        "new.Any64 → any { [type.googleapis.com/new.Any64] { i: 017 } } →"
            + " {\"any\":{\"@type\":\"type.googleapis.com/new.Any64\",\"i\":\"15\"}}",
        "new.Any64 → any { [x/google.protobuf.Duration]: { nanos: 5000000 } } →"
            + " {\"any\":{\"@type\":\"x/google.protobuf.Duration\",\"value\":\"0.005s\"}}",
        "new.Any64 → time { seconds: 1 nanos: 120000000 } span < seconds: -3 > →"
            + " {\"span\":\"-3s\",\"time\":\"1970-01-01T00:00:01.120Z\"}",
        "new.Any64 → tree { fields { key: \"a\" value { list_value { values { number_value: 1.5 }"
            + " values { null_value: NULL_VALUE } } } } } → {\"tree\":{\"a\":[1.5,null]}}",
        "new.Any64 → boxed {} mask { paths: \"a_b.c\" paths: \"d\" } none {} →"
            + " {\"boxed\":\"0\",\"mask\":\"aB.c,d\",\"none\":{}}",
        "new.Any64 → by { key: 3 value { flag: true } } by [{ key: 4 }] flags { key: true } →"
            + " {\"by\":{\"3\":{\"flag\":true},\"4\":{}},\"flags\":{\"true\":\"\"}}",
        "new.Any64 → list: [1, 2] list: 3 → {\"list\":[1,2,3]}",
        "old.Item → name: \"n\" count: 0 Part { id: \"p\" } Part {} kind: 1 →"
            + " {\"Part\":[{\"id\":\"p\"},{}],\"count\":0,\"kind\":\"B\",\"name\":\"n\"}",
        "old.Item → name: \"n\" [old.extra]: 5 [ old.extras ]: [\"a\"] kind: 9 gone: { a: [1] } →"
            + " {\"[old.extra]\":5,\"[old.extras]\":[\"a\"],\"kind\":9,\"name\":\"n\"}",
        "old.Item → name: \"n\" inner { item { name: \"m\" left: \"\" } } wide { i: 1 } →"
            + " {\"inner\":{\"item\":{\"left\":\"\",\"name\":\"m\"}},\"name\":\"n\",\"wide\":{\"i\":\"1\"}}",
        "ed.M → a: 0 b: 0 M { a: 1 } → {\"M\":{\"a\":1},\"b\":0}",
        "google.protobuf.Duration → seconds: 1 → \"1s\"",
      })
  void messagesBecomeJson(String type, String text, String json) throws Exception {
    assertThat(json(type, text)).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: 1",
        "name: \"a\" name: \"b\"",
        "count: 1",
        "name: \"a\" count: 3000000000",
        "name: \"a\" 2: 1",
        "name \"a\"",
        "name: \"a\" left: \"x\" right: 1",
        "name: \"a\" kind: Z",
        "name: \"a\" inner {",
        "name: \"a\" inner }",
        "name: \"a\" count: [1]",
        "name: \"\\xff\"",
        "name: \"a\" [old.no]: 1",
        "name: \"a\" inner { item {} }",
        "name: 'a\nb'",
        "name: \"a\" wide { any { type_url: \"x\" } }",
        "name: \"a\" wide { u: -1 }",
        "name: \"a\" wide { free {} }",
        "name: \"a\" wide { any { [x/no.Type] {} } }"
      })
  void whatDoesNotFitTheSchemaIsRefused(String text) {
    assertThatThrownBy(() -> json("old.Item", text)).isInstanceOf(FormatException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message A { int32 a = 1; int32 a = 2; }",
        "message A { int32 a = 1; int32 b = 1; }",
        "message A { Nope a = 1; }",
        "message A {} message A {}",
        "enum E {}",
        "import 'no.proto';",
        "message A {",
        "extend Nope { int32 a = 1; }",
        "message A { map<bytes, A> m = 1; }",
        "what;",
        "message A { int32 a = 0; }",
        "/* x"
      })
  void brokenSchemasAreRefused(String schema) throws IOException {
    Files.writeString(folder.resolve("bad.proto"), "syntax = \"proto3\"; " + schema);
    assertThatThrownBy(() -> json("old.Item", "name: \"a\""))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("bad.proto");
  }

  @Test
  void mutatedSchemasAreReadOrRefused() throws IOException {
    var random = new Random(11);
    byte[] message = "# proto-message: old.Item\nname: \"a\"".getBytes(UTF_8);
    int read = 0;
    for (int i = 0; i < 300; i++) {
      TextprotoFormat format = format();
      var schema = new StringBuilder(i % 2 == 0 ? OLD : NEW);
      int at = random.nextInt(schema.length());
      schema.replace(
          at,
          Math.min(schema.length(), at + random.nextInt(9)),
          "{;=<[\"".substring(i % 6, i % 6 + i % 2));
      Files.writeString(folder.resolve(i % 2 == 0 ? "old.proto" : "new/b.proto"), schema);
      try {
        format.read("x", message);
        read++;
      } catch (FormatException e) {
        assertThat(e.problem().message()).isNotEmpty();
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void deepInputEndsInAnError() throws IOException {
    assertThatThrownBy(() -> json("old.Item", "inner { item { ".repeat(50_000)))
        .hasMessageContaining("nested deeper than 256");
    Files.writeString(folder.resolve("bad.proto"), "message A { ".repeat(50_000));
    assertThatThrownBy(() -> json("old.Item", "name: \"a\""))
        .hasMessageContaining("nested deeper than 128");
  }

  @Test
  void valuesHavePlaces() throws IOException {
    byte[] text =
        "# proto-message: new.Any64\nby {\n  key: 3\n  value {\n    i: 4\n  }\n}\n".getBytes(UTF_8);
    var path = List.of(Value.of("by"), Value.of("3"), Value.of("i"));
    assertThat(format().locator("x", text).find(path).span().start()).isEqualTo(new Position(5, 8));
  }

  @Test
  void withoutSchemasTheFlagIsNamed() {
    assertThatThrownBy(
            () -> new TextprotoFormat(List.of()).read("x", "# proto-message: a.B".getBytes(UTF_8)))
        .hasMessageContaining("--proto-file-dirs");
  }
}
