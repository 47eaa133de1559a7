package dev.landwaiter.cli.command.lint;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds links that are called like Dockerfiles: a walk over a folder does not follow them, since
/// they may lead anywhere.
final class Links extends SimpleFileVisitor<Path> {
  private final List<Path> found = new ArrayList<>();

  private Links() {}

  /// The links in a folder, by their paths below it.
  static List<Path> in(Path folder) throws IOException {
    var links = new Links();
    Files.walkFileTree(folder, links);
    return links.found.stream().map(folder::relativize).sorted().toList();
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink() && Inputs.isDockerfile(String.valueOf(file.getFileName()))) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  /// Another walk tells what cannot be opened.
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException exception) {
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException exception) {
    return FileVisitResult.CONTINUE;
  }
}
