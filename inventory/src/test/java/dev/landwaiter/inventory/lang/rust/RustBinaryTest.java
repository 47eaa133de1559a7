package dev.landwaiter.inventory.lang.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.lang.ElfBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RustBinaryTest {
  private static final String CRATES =
      """
      {"packages":[
       {"name":"cc","version":"1.0.1","source":"registry","kind":"build"},
       {"name":"log","version":"0.4.20","source":"registry"},
       {"name":"tool","version":"0.1.0","source":"local","dependencies":[1,0,7,-1,1.5],"root":true}
      ],"format":1}
      """;

  private static LayerInventory read(byte[] bytes) {
    var files = new TreeMap<String, TreeFile>();
    files.put("bin/tool", new TreeFile(new FileEntry("bin/tool", bytes.length, 0755), bytes));
    var found = new Observations();
    new RustBinary().analyze(new FileTree(files), found);
    return found.toInventory();
  }

  private static byte[] packed(byte[] text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed)) {
      deflater.write(text);
    }
    return packed.toByteArray();
  }

  private static byte[] packed(String text) throws IOException {
    return packed(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void cratesNeededWhenTheProgramRuns() throws Exception {
    LayerInventory found = read(new ElfBytes().section(".dep-v0", packed(CRATES)).bytes());
    assertThat(found.problems()).isEmpty();
    assertThat(found.applications().getFirst().packages())
        .extracting(
            p -> p.id() + " " + p.relations().relationship().word() + p.relations().dependsOn())
        .containsExactly("log@0.4.20 unknown[]", "tool@0.1.0 root[log@0.4.20]");
  }

  @Test
  void cratesOfAWebAssemblyModule() throws Exception {
    byte[] packed = packed(CRATES);
    var module = new ByteArrayOutputStream();
    module.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0, 0});
    int size = packed.length + 8;
    module.write((size & 0x7f) | 0x80);
    module.write(size >> 7);
    module.write(7);
    module.writeBytes(".dep-v0".getBytes(StandardCharsets.UTF_8));
    module.writeBytes(packed);
    assertThat(read(module.toByteArray()).applications().getFirst().packages()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no zlib data", "[", "{}"})
  void brokenSectionsListNothing(String text) throws Exception {
    byte[] content = text.startsWith("no") ? text.getBytes(StandardCharsets.UTF_8) : packed(text);
    LayerInventory found = read(new ElfBytes().section(".dep-v0", content).bytes());
    assertThat(found.applications()).isEmpty();
    assertThat(found.problems()).hasSize(text.equals("{}") ? 0 : 1);
  }

  @Test
  void aBombIsAProblem() throws Exception {
    byte[] bomb = packed(new byte[9 << 20]);
    assertThat(read(new ElfBytes().section(".dep-v0", bomb).bytes()).problems())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("more than 8388608 bytes"));
  }
}
