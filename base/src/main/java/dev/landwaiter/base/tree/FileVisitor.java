package dev.landwaiter.base.tree;

import java.io.IOException;

/// Somebody who is led over every regular file of a layer or a directory, once.
public interface FileVisitor {
  /// Whether the content of this file is wanted; asked once per file, before its content is read.
  boolean wants(FileEntry file);

  /// Is given each wanted file with its whole content.
  void visit(TreeFile file) throws IOException;

  /// Is told of a wanted file that is larger than the walk keeps, so that it can be reported.
  void tooLarge(FileEntry file, long limit);
}
