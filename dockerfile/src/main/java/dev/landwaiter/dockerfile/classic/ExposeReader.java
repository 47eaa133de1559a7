package dev.landwaiter.dockerfile.classic;

import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;

/// EXPOSE.
final class ExposeReader {
  private final Cursor cursor;

  ExposeReader(Cursor cursor) {
    this.cursor = cursor;
  }

  Instruction read() throws Refused {
    var ports = new ArrayList<Word>();
    while (cursor.peek() == '$' || Digits.end(cursor.text, cursor.at) > cursor.at) {
      int start = cursor.at;
      if (cursor.peek() == '$') {
        cursor.word();
      } else {
        port();
      }
      ports.add(cursor.word(start, cursor.at));
      if (!cursor.skipBlanks()) {
        break;
      }
    }
    if (!cursor.atEnd() && cursor.peek() != '#') {
      throw cursor.refuseSurely(cursor.at, "expected a port, a range of ports or a variable");
    }
    return new Instruction.Expose(cursor.statement, ports);
  }

  private void port() throws Refused {
    cursor.at = Digits.end(cursor.text, cursor.at);
    if (cursor.take("-")) {
      if (cursor.peek() == '$') {
        cursor.word();
        return;
      }
      int last = Digits.end(cursor.text, cursor.at);
      if (last == cursor.at) {
        throw cursor.refuseSurely(cursor.at, "expected the end of the range");
      }
      cursor.at = last;
    }
    if (cursor.take("/")) {
      if (!named("tcp") && !named("udp")) {
        boolean sctp = named("sctp");
        cursor.at -= sctp ? 4 : 0;
        String reason = "expected tcp or udp";
        throw sctp ? cursor.refuse(reason) : cursor.refuseSurely(cursor.at, reason);
      }
    }
  }

  private boolean named(String protocol) {
    if (cursor.text.regionMatches(true, cursor.at, protocol, 0, protocol.length())) {
      cursor.at += protocol.length();
      return true;
    }
    return false;
  }
}
