package dev.landwaiter.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The project as these tests see it: its files, its modules and their compiled classes.
final class House {
  /// The package below which everything lies.
  static final String NAME = "dev.landwaiter";

  static final Path ROOT =
      Path.of(System.getProperty("landwaiter.root", "..")).toAbsolutePath().normalize();

  private static final Set<String> NOT_OURS = Set.of(".git", "target", ".idea", ".vscode");
  private static final Pattern CLASS_FILE =
      Pattern.compile("(.*)/target/classes/(.*?)(\\$.*)?\\.class");

  /// The modules that serve tests alone.
  private static final Set<String> FOR_TESTS = Set.of("testing", "architecture");

  /// The modules that Maven builds and that hold classes of the program.
  static final List<String> MODULES =
      Pom.of(ROOT).modules().stream().filter(module -> !FOR_TESTS.contains(module)).toList();

  /// The classes of all modules, without those whose source is gone.
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(House::hasSource)
          .importPaths(
              MODULES.stream()
                  .map(module -> ROOT.resolve(module).resolve("target/classes"))
                  .toList());

  private House() {}

  /// The module of a class: the name after the common package.
  static String module(String className) {
    return className.substring(NAME.length() + 1).split("\\.", 2)[0];
  }

  /// Whether a name is that of a class of this project.
  static boolean ours(String className) {
    return className.startsWith(NAME + ".");
  }

  /// The name of the class, or of the one around it.
  static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(House::outermost).orElse(type.getName());
  }

  /// All files of the project, without what builds and tools leave behind.
  static List<Path> files() {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return NOT_OURS.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.stream().sorted().toList();
  }

  /// All Java sources, of the program and of its tests.
  static List<Path> sources() {
    return files().stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  /// The sources of the program alone.
  static List<Path> programSources() {
    return MODULES.stream()
        .map(module -> ROOT.resolve(module).resolve("src/main/java"))
        .flatMap(folder -> sources().stream().filter(file -> file.startsWith(folder)))
        .toList();
  }

  /// A file's path from the root, with slashes.
  static String relative(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  private static boolean hasSource(Location location) {
    var parts = CLASS_FILE.matcher(location.asURI().getPath());
    return parts.matches()
        && Files.exists(Path.of(parts.group(1), "src/main/java", parts.group(2) + ".java"));
  }
}
