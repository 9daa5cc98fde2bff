package io.hushbridge.control.audit;

import io.hushbridge.control.audit.JournalLine.Head;
import io.hushbridge.control.audit.NodeEntry.EntriesLost;
import io.hushbridge.control.audit.NodeEntry.TailCut;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes entries as a chain, on a disk that is opened anew after each failure. One thread at a
/// time.
final class ChainWriter implements AutoCloseable {
  /// An entry on its way to the disk; `call` is empty for what concerns no call.
  record News(Instant at, String call, Object entry) {}

  private final Disk.Opener opener;
  private final String node;
  private final InstantSource clock;
  private @Nullable Disk disk;
  private long lost;

  ChainWriter(Disk.Opener opener, String node, InstantSource clock) {
    this.opener = opener;
    this.node = node;
    this.clock = clock;
  }

  /// All or none of it, in order.
  void save(List<News> batch) throws IOException {
    try {
      append(disk == null ? reopened() : disk, batch);
    } catch (IOException refused) {
      lost += batch.size();
      close();
      throw refused;
    }
  }

  @Override
  public void close() throws IOException {
    if (disk != null) {
      Disk open = disk;
      disk = null;
      open.close();
    }
  }

  private Disk reopened() throws IOException {
    Disk opened = opener.open();
    disk = opened;
    List<News> first = new ArrayList<>();
    if (opened.cutBytes() > 0) {
      first.add(new News(clock.instant(), "", new TailCut(opened.cutBytes())));
    }
    if (lost > 0) {
      first.add(new News(clock.instant(), "", new EntriesLost(lost)));
    }
    append(opened, first);
    lost = 0;
    return opened;
  }

  private void append(Disk to, List<News> batch) throws IOException {
    List<JournalLine> lines = new ArrayList<>();
    Head head = to.head();
    for (News news : batch) {
      JournalLine line = JournalLine.after(head, news.at(), node, news.call(), news.entry());
      lines.add(line);
      head = line.head();
    }
    if (!lines.isEmpty()) {
      to.append(lines);
    }
  }
}
