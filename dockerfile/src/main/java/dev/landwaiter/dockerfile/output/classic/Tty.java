package dev.landwaiter.dockerfile.output.classic;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One line for each finding: file, line, id, level and message.
public final class Tty implements ReportFormat {
  @Override
  public String id() {
    return "tty";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    var text = new StringBuilder();
    for (Entry entry : Entries.of(files, options)) {
      text.append(Plain.lines(entry.file())).append(':').append(entry.line());
      if (entry.unreadable()) {
        text.append(':').append(entry.start().column()).append(' ').append(entry.oneLine());
        text.append(" \n");
      } else {
        text.append(' ').append(entry.finding().id()).append(' ');
        text.append(level(entry.finding().level(), options.colours())).append(": ");
        text.append(entry.oneLine()).append('\n');
      }
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String level(Level level, boolean colours) {
    return colours ? colour(level) + level.id() + "\u001b[0m" : level.id();
  }

  private static String colour(Level level) {
    return switch (level) {
      case ERROR -> "\u001b[1m\u001b[91m";
      case WARNING -> "\u001b[1m\u001b[93m";
      case INFO -> "\u001b[92m";
      case STYLE -> "\u001b[96m";
      case IGNORE -> "";
    };
  }
}
