package dev.landwaiter.scan.run;

import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileVisitor;
import dev.landwaiter.base.tree.TreeFile;
import java.io.IOException;
import java.util.Optional;

/// Reads a root file system's host name on the way, which reports call it by.
final class HostName implements FileVisitor {
  private static final String FILE = "etc/hostname";

  private final FileVisitor visitor;
  private Optional<String> name = Optional.empty();

  HostName(FileVisitor visitor) {
    this.visitor = visitor;
  }

  Optional<String> name() {
    return name;
  }

  @Override
  public boolean wants(FileEntry file) {
    return (file.path().equals(FILE) && file.size() < 4096) || visitor.wants(file);
  }

  @Override
  public void visit(TreeFile file) throws IOException {
    if (file.path().equals(FILE)) {
      name = Optional.of(file.text().strip()).filter(text -> !text.isEmpty());
    }
    if (visitor.wants(file.entry())) {
      visitor.visit(file);
    }
  }

  @Override
  public void tooLarge(FileEntry file, long limit) {
    visitor.tooLarge(file, limit);
  }
}
