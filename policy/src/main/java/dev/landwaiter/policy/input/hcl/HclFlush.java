package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.policy.input.hcl.HclTemplatePiece.Words;
import java.util.ArrayList;
import java.util.List;

/// Cuts the indentation that all lines of a here-document `<<-` share.
final class HclFlush {
  private HclFlush() {}

  static List<HclTemplatePiece> flush(List<HclTemplatePiece> pieces) {
    int least = Integer.MAX_VALUE;
    boolean newLine = true;
    List<Integer> adjusted = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (!(pieces.get(i) instanceof Words words)) {
        least = newLine ? 0 : least;
        newLine = false;
        continue;
      }
      // A line of nothing but white space counts for nothing and stays as it is.
      if (newLine && !(words.text().isBlank() && words.text().endsWith("\n"))) {
        least = Math.min(least, indentation(words.text()));
        adjusted.add(i);
      }
      newLine = words.text().endsWith("\n");
    }
    List<HclTemplatePiece> flushed = new ArrayList<>(pieces);
    for (int i : adjusted) {
      var words = (Words) pieces.get(i);
      flushed.set(i, new Words(words.text().substring(least), words.from(), words.to()));
    }
    return flushed;
  }

  private static int indentation(String text) {
    int spaces = 0;
    while (spaces < text.length() && Character.isWhitespace(text.charAt(spaces))) {
      spaces++;
    }
    return spaces;
  }
}
