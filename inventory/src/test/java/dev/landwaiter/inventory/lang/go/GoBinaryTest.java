package dev.landwaiter.inventory.lang.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.lang.ElfBytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoBinaryTest {
  private static final GoBinary ANALYZER = new GoBinary();
  private static final byte[] MAGIC = "\u00ff Go buildinf:".getBytes(StandardCharsets.ISO_8859_1);
  private static final String MODULES =
      """
      path\texample.test/tool
      mod\texample.test/tool\tv1.5.0\th1:x=
      dep\texample.test/a\tv0.1.0\th1:x=
      dep\texample.test/b\tv0.2.0
      =>\texample.test/fork\tv0.3.0\th1:x=
      dep\texample.test/local\tv0.4.0
      =>\t./local\t(devel)\t
      build\tGOOS=linux
      """;

  private static LayerInventory read(byte[] bytes) {
    var files = new TreeMap<String, TreeFile>();
    files.put("bin/tool", new TreeFile(new FileEntry("bin/tool", bytes.length, 0755), bytes));
    var found = new Observations();
    ANALYZER.analyze(new FileTree(files), found);
    return found.toInventory();
  }

  private static List<Package> packages(byte[] bytes) {
    return read(bytes).applications().stream()
        .map(Application::packages)
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> ids(byte[] bytes) {
    return packages(bytes).stream().map(Package::id).toList();
  }

  private static byte[] framed(String modules) {
    byte[] frame = new byte[16];
    var text = new ByteArrayOutputStream();
    text.writeBytes(frame);
    text.writeBytes(modules.getBytes(StandardCharsets.UTF_8));
    text.writeBytes(frame);
    return text.toByteArray();
  }

  private static void count(ByteArrayOutputStream to, byte[] text) {
    int length = text.length;
    while (length >= 0x80) {
      to.write((length & 0x7f) | 0x80);
      length >>>= 7;
    }
    to.write(length);
    to.writeBytes(text);
  }

  private static byte[] blob(String go, String modules) {
    var blob = new ByteArrayOutputStream();
    blob.writeBytes(MAGIC);
    blob.writeBytes(new byte[] {8, 2});
    blob.writeBytes(new byte[16]);
    count(blob, go.getBytes(StandardCharsets.UTF_8));
    count(blob, framed(modules));
    return blob.toByteArray();
  }

  @Test
  void modulesOfAProgram() {
    byte[] program =
        new ElfBytes().section(".go.buildinfo", blob("go1.22.1 X:rangefunc", MODULES)).bytes();
    assertThat(packages(program))
        .extracting(p -> p.id() + " " + p.version() + " " + p.relations().relationship().word())
        .containsExactly(
            "stdlib@v1.22.1 v1.22.1 direct",
            "example.test/a@v0.1.0 v0.1.0 unknown",
            "example.test/fork@v0.3.0 v0.3.0 unknown",
            "./local  unknown",
            "example.test/tool@v1.5.0 v1.5.0 root");
    assertThat(packages(program).getLast().relations().dependsOn())
        .containsExactly(
            "./local", "example.test/a@v0.1.0", "example.test/fork@v0.3.0", "stdlib@v1.22.1");
    assertThat(packages(program).getLast().filePath()).isEmpty();
    assertThat(read(program).applications().getFirst().filePath()).isEqualTo("bin/tool");
  }

  @Test
  void theBlobIsFoundInTheDataSegmentWhenNoSectionIsNamedForIt() {
    var data = new ByteArrayOutputStream();
    data.writeBytes(new byte[160]);
    data.writeBytes(blob("go1.20", "path\tx\n"));
    assertThat(ids(new ElfBytes().section(".data", data.toByteArray()).bytes()))
        .containsExactly("stdlib@v1.20");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void textsBehindPointers(int size) {
    var elf = new ElfBytes();
    byte[] go = "go1.17.3".getBytes(StandardCharsets.UTF_8);
    byte[] modules = framed("path\tx\nmod\texample.test/old\tv1.0.0\th1:x=\n");
    long goAt = elf.nextAddress();
    elf.section(".a", go);
    long modulesAt = elf.nextAddress();
    elf.section(".b", modules);
    long headers = elf.nextAddress();
    ByteBuffer pairs = ByteBuffer.allocate(4 * size).order(ByteOrder.LITTLE_ENDIAN);
    for (long number : new long[] {goAt, go.length, modulesAt, modules.length}) {
      put(pairs, size, number);
    }
    elf.section(".c", pairs.array());
    ByteBuffer blob = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    blob.put(MAGIC).put((byte) size).put((byte) 0);
    put(blob, size, headers);
    put(blob, size, headers + 2L * size);
    elf.section(".go.buildinfo", blob.array());
    assertThat(ids(elf.bytes())).containsExactly("stdlib@v1.17.3", "example.test/old@v1.0.0");
  }

  private static void put(ByteBuffer to, int size, long number) {
    if (size == 8) {
      to.putLong(number);
    } else {
      to.putInt((int) number);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v1.2.3                               | ''                                            | v1.2.3
          (devel)                              | ''                                            | ''
          (devel)                              | -s -w -X main.version=1.2.3                   | 1.2.3
          (devel)                              | -X=main.Version=v1.2                          | v1.2
          (devel)                              | -X 'example.test/tool/pkg.ver=1.2.3-rc.1+b'   | 1.2.3-rc.1+b
          (devel)                              | -X main.version=dev                           | ''
          (devel)                              | -X main.version=1.0.0 -X main.version=1.0.0   | 1.0.0
          (devel)                              | -X main.version=1.0.0 -X cmd.version=2.0.0    | ''
          (devel)                              | -X x.version=1.0.0 -X main.version=2.0.0      | 2.0.0
          (devel)                              | -X main.version=2.0.0 -X example.test/tool/cmd/a.version=3.0.0 | 3.0.0
          (devel)                              | -X main.versions=2.0.0                        | ''
          v0.0.0-20240101000000-abcdefabcdef   | ''                                            | v0.0.0-20240101000000-abcdefabcdef
          v0.0.0-20240101000000-abcdefabcdef   | -X main.version=4.0.0                         | 4.0.0
          v1.2.4-0.20240101000000-abcdefabcdef | -X main.version=4.0.0                         | 4.0.0
          v1.2.3                               | -X main.version=4.0.0                         | v1.2.3
          """)
  void versionOfTheProgram(String module, String flags, String version) {
    String modules =
        "mod\texample.test/tool\t%s\t\nbuild\t-ldflags=\"%s\"\n".formatted(module, flags);
    byte[] program = new ElfBytes().section(".go.buildinfo", blob("go1.22", modules)).bytes();
    assertThat(packages(program).getLast().version()).isEqualTo(version);
  }

  @Test
  void versionFromASymbol() {
    var elf = new ElfBytes();
    long text = elf.nextAddress();
    elf.section(".rodata", "1.9.0\0".getBytes(StandardCharsets.UTF_8));
    ByteBuffer symbol = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    symbol.putInt(0, 1).putLong(8, text).putLong(16, 6);
    elf.symbols(symbol.array());
    elf.section(".strtab", "\0main.version.str\0".getBytes(StandardCharsets.UTF_8));
    elf.section(".go.buildinfo", blob("go1.22", "mod\texample.test/tool\t(devel)\t\n"));
    assertThat(packages(elf.bytes()).getLast().version()).isEqualTo("1.9.0");
  }

  @Test
  void programsOfWindows() {
    byte[] blob = blob("go1.21.5", MODULES);
    ByteBuffer file = ByteBuffer.allocate(0x200 + blob.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(0, new byte[] {'M', 'Z'}).putInt(0x3c, 0x40).put(0x40, new byte[] {'P', 'E'});
    file.putShort(0x46, (short) 1);
    file.put(0x58, ".data".getBytes(StandardCharsets.UTF_8));
    file.putInt(0x60, blob.length).putInt(0x64, 0x1000).putInt(0x68, blob.length);
    file.putInt(0x6c, 0x200).putInt(0x7c, 0xc0000040);
    file.put(0x200, blob);
    assertThat(ids(file.array())).contains("stdlib@v1.21.5", "example.test/tool@v1.5.0");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void programsOfMacOs(boolean fat) {
    byte[] blob = blob("go1.21.5", MODULES);
    ByteBuffer file = ByteBuffer.allocate(0x100 + blob.length).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0, 0xfeedfacf).putInt(16, 1);
    file.putInt(32, 0x19).putInt(36, 152).put(40, "__DATA".getBytes(StandardCharsets.UTF_8));
    file.putInt(96, 1).put(104, "__go_buildinfo".getBytes(StandardCharsets.UTF_8));
    file.putLong(144, blob.length).putInt(152, 0x100);
    file.put(0x100, blob);
    byte[] program = file.array();
    if (fat) {
      ByteBuffer both = ByteBuffer.allocate(0x40 + program.length);
      both.putInt(0xcafebabe).putInt(1).putInt(16, 0x40).putInt(20, program.length);
      program = both.put(0x40, program).array();
    }
    assertThat(ids(program)).contains("stdlib@v1.21.5", "example.test/tool@v1.5.0");
  }

  @Test
  void otherFilesAreNotGo() {
    assertThat(read("#!/bin/sh\nexit 0\n".repeat(9).getBytes(StandardCharsets.UTF_8)))
        .satisfies(i -> assertThat(i.applications()).isEmpty())
        .satisfies(i -> assertThat(i.problems()).isEmpty());
    assertThat(ids(new ElfBytes().section(".data", new byte[99]).bytes())).isEmpty();
    assertThat(ids(new byte[0])).isEmpty();
  }

  @Test
  void truncatedProgramsAreProblems() {
    byte[] program = new ElfBytes().section(".go.buildinfo", blob("go1.22", MODULES)).bytes();
    LayerInventory found = read(Arrays.copyOf(program, program.length - 70));
    assertThat(found.applications()).isEmpty();
    assertThat(found.problems()).hasSize(1);
  }

  @Test
  void noMutationDoesMoreThanAddProblems() {
    byte[] program = new ElfBytes().section(".go.buildinfo", blob("go1.22", MODULES)).bytes();
    var random = new Random(19);
    int problems = 0;
    for (int i = 0; i < 5000; i++) {
      byte[] mutant = program.clone();
      for (int n = random.nextInt(5); n >= 0; n--) {
        int at = random.nextInt(2) == 0 ? random.nextInt(128) : random.nextInt(mutant.length);
        mutant[at] = (byte) random.nextInt(256);
      }
      problems += read(mutant).problems().size();
    }
    assertThat(problems).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cffaedfe",
        "feedface",
        "4d5a9000",
        "01f70010",
        "01df0010",
        "0061736d",
        "cafebabe"
      })
  void rubbishBehindAnyMagicIsHarmless(String magic) {
    byte[] start = java.util.HexFormat.of().parseHex(magic);
    var random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      byte[] file = new byte[64 + random.nextInt(400)];
      random.nextBytes(file);
      for (int zero = random.nextInt(file.length); zero >= 0; zero -= 1 + random.nextInt(3)) {
        file[zero] = 0;
      }
      System.arraycopy(start, 0, file, 0, start.length);
      assertThat(read(file).problems()).hasSizeLessThan(2);
    }
  }
}
