package dev.landwaiter.inventory.lang.rust;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Relations;
import dev.landwaiter.base.finding.Relationship;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.lang.executable.BrokenExecutableException;
import dev.landwaiter.inventory.lang.executable.Executable;
import dev.landwaiter.inventory.lang.executable.Section;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The crates a Rust program was linked from, as `cargo auditable` records them (its file PARSING;
/// project reference, inventory, 19.2).
public final class RustBinary implements Analyzer {
  private static final String SECTION = ".dep-v0";
  private static final int LIMIT = 8 << 20;

  @Override
  public String id() {
    return "rustbinary";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.executable() || file.name().endsWith(".exe");
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      try {
        Optional<Executable> program = Executable.read(file.bytes());
        Optional<Section> section = program.flatMap(p -> p.section(SECTION));
        if (section.isPresent()) {
          byte[] json = inflate(program.orElseThrow().content(section.get()));
          List<Package> packages = packages(Json.parse(file.path(), json));
          if (!packages.isEmpty()) {
            found.add(new Application(LanguageType.RUSTBINARY, file.path(), packages));
          }
        }
      } catch (BrokenExecutableException e) {
        // Whatever is wrong with the file as such is the other analyzer's to report.
        if (e.reason().contains(SECTION)) {
          found.add(Problem.in(file.path(), e.reason()));
        }
      } catch (FormatException e) {
        found.add(e.problem());
      }
    }
  }

  private static byte[] inflate(ByteBuffer packed) throws BrokenExecutableException {
    var plain = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    var inflater = new Inflater();
    try {
      inflater.setInput(packed);
      while (!inflater.finished()) {
        int size = inflater.inflate(buffer);
        if (size == 0 && !inflater.finished()) {
          throw new BrokenExecutableException("has a section " + SECTION + " that breaks off");
        }
        plain.write(buffer, 0, size);
        if (plain.size() > LIMIT) {
          throw new BrokenExecutableException(
              "has a section " + SECTION + " of more than " + LIMIT + " bytes");
        }
      }
    } catch (DataFormatException e) {
      throw new BrokenExecutableException("has a section " + SECTION + " that is not zlib data");
    } finally {
      inflater.end();
    }
    return plain.toByteArray();
  }

  private List<Package> packages(Value json) {
    List<Value> crates = json.get("packages").orElse(new ArrayValue(List.of())).elements();
    List<Package> packages = new ArrayList<>();
    for (Value crate : crates) {
      if (runtime(crate) && !crate.text("name").isEmpty()) {
        boolean root = crate.get("root").equals(Optional.of(BooleanValue.TRUE));
        packages.add(
            Package.language(
                    crateId(crate), crate.text("name"), crate.text("version"), List.of(), id())
                .withRelations(
                    new Relations(
                        root ? Relationship.ROOT : Relationship.UNKNOWN,
                        false,
                        dependencies(crate, crates))));
      }
    }
    return packages;
  }

  private static boolean runtime(Value crate) {
    String kind = crate.text("kind");
    return kind.isEmpty() || kind.equals("runtime");
  }

  private static String crateId(Value crate) {
    String version = crate.text("version");
    return version.isEmpty() ? crate.text("name") : crate.text("name") + "@" + version;
  }

  private static List<String> dependencies(Value crate, List<Value> crates) {
    List<String> ids = new ArrayList<>();
    for (Value index : crate.get("dependencies").orElse(new ArrayValue(List.of())).elements()) {
      long at = index instanceof NumberValue number ? number.toLong().orElse(-1) : -1;
      if (at >= 0 && at < crates.size() && runtime(crates.get((int) at))) {
        ids.add(crateId(crates.get((int) at)));
      }
    }
    return ids.stream().distinct().sorted().toList();
  }
}
