/// Looks through one packed file for calendars, hands each over, and accounts for everything it came across.
struct Unpacker {
  private let file: SourceFile
  private let goesOn: () -> Bool
  private let body: (SourceFile, UnsafeRawBufferPointer) -> Void
  private(set) var findings = SourceFindings()
  /// How many bytes may still come out.
  private var budget = CalendarSources.largestFile
  /// Whether more did.
  private var isExceeded = false
  /// Names of members that were looked at, and how often each.
  private var names: [String: Int] = [:]

  init(file: SourceFile, goesOn: @escaping () -> Bool, body: @escaping (SourceFile, UnsafeRawBufferPointer) -> Void) {
    self.file = file
    self.goesOn = goesOn
    self.body = body
  }

  /// Unpacks what is packed.
  mutating func unpack(_ packed: PackedBytes, _ kind: ContentKind) {
    switch kind {
    case .zip: unpackZip(packed)
    case .tar: unpackTar(packed, .tar)
    default: unpackGzip(packed)
    }
    // What was not given, and is named like anything, is no business of ours unless there is a calendar in it.
    guard !file.isClaimed, findings.handedOver == 0 else { return }
    findings = SourceFindings()
    findings.found = 1
    findings.passedOver = 1
  }

  // MARK: Kinds of archives

  private mutating func unpackGzip(_ packed: PackedBytes) {
    let inflation = Inflation(packed, budget: &budget, goesOn: goesOn)
    if inflation.kind == .tar, inflation.outcome == .whole || inflation.outcome == .truncated {
      budget = CalendarSources.largestFile
      unpackTar(packed, .gzippedTar)
      // A cut that fell behind the end of the tar archive cost none of its members.
      if inflation.outcome == .truncated, findings.refusals.last?.path != file.path {
        say(.truncated("the end of the gzip data is missing"))
      }
    } else {
      findings.found += 1
      take(inflation, file)
    }
  }

  private mutating func unpackZip(_ packed: PackedBytes) {
    let promised = ZipDirectory.memberCount(of: packed)
    let (isWhole, read) = readMembers(of: packed, .zip, isCut: promised == nil)
    guard goesOn(), !isExceeded, read <= CalendarSources.mostMembers else { return }
    if promised == nil {
      say(.truncated("the directory at the end of the ZIP archive is missing; members are read as far as they go"))
    } else if !isWhole {
      // The directory is wrong: the members are still there.
      _ = readMembers(of: packed, .zipWithoutDirectory)
      say(.damaged("its directory contradicts its members; what could be read whole is read"))
    } else if let promised, read != promised {
      say(.damaged("\(read) of \(promised) members could be read"))
    }
    sayWhenEmpty()
  }

  private mutating func unpackTar(_ packed: PackedBytes, _ format: MemberReader.Format) {
    _ = readMembers(of: packed, format)
    sayWhenEmpty()
  }

  // MARK: Members

  /// Reads the members that were not read before; says whether all went well, and how many there were.
  private mutating func readMembers(
    of packed: PackedBytes, _ format: MemberReader.Format, isCut: Bool = false
  ) -> (isWhole: Bool, count: Int) {
    var reader = MemberReader(packed, format: format)
    let seen = names
    var count = 0
    var isDamaged = false
    while goesOn() {
      switch reader.next() {
      case .member(let member):
        count += 1
        guard count <= CalendarSources.mostMembers else {
          say(.tooManyMembers)
          return (true, count)
        }
        if seen[member.name] == nil { look(at: member, in: &reader, isCut: isCut) }
        guard !isExceeded else {
          say(.tooLarge)
          return (true, count)
        }
      case .unreadable: isDamaged = true
      case .end:
        if reader.readsTar, !reader.hasTarEnd || isDamaged { sayTarEnd(isCut: !reader.hasTarEnd) }
        return (true, count)
      case .broken:
        if reader.readsTar { sayTarEnd(isCut: reader.isExhausted) }
        return (false, count)
      }
    }
    return (true, count)
  }

  private mutating func sayTarEnd(isCut: Bool) {
    say(
      isCut
        ? .truncated("the end of the tar archive is missing")
        : .damaged("not everything in it is a member; what could be read is read"))
  }

  private mutating func look(at member: MemberReader.Member, in reader: inout MemberReader, isCut: Bool) {
    guard member.type != .folder else { return }
    names[member.name, default: 0] += 1
    findings.found += 1
    let promise = Promise(member.name)
    if Self.isHidden(member.name) || (promise == .nothing && (member.type != .file || member.isEncrypted)) {
      findings.passedOver += 1
    } else if member.type != .file {
      findings.refuse(SourceRefusal(path: place(of: member).path, reason: .notRegular))
    } else if member.isEncrypted {
      findings.refuse(SourceRefusal(path: place(of: member).path, reason: .encrypted))
    } else if let refusal = read(member, promise, in: &reader, isCut: isCut) {
      findings.refuse(SourceRefusal(path: place(of: member).path, reason: refusal))
    }
  }

  /// Reads a member as far as it is worth; hands it over, passes it over, or says why it is refused.
  private mutating func read(
    _ member: MemberReader.Member, _ promise: Promise, in reader: inout MemberReader, isCut: Bool
  ) -> SourceRefusal.Reason? {
    if promise == .calendar, let size = member.size, size > budget { return .tooLarge }
    var bytes: [UInt8] = []
    var filling = fill(&bytes, to: Self.headSize, from: &reader)
    let kind = bytes.withUnsafeBytes { ContentKind(of: $0) }
    if filling == .more || filling == .end {
      switch judgement(of: bytes, kind, promise) {
      case .pass:
        findings.passedOver += 1
        return nil
      case .refuse(let reason): return reason
      case .take: filling = fill(&bytes, to: kind == .binary ? Self.largestBinary : .max, from: &reader)
      }
    }
    switch filling {
    case .end: break
    case .more: return .foreign(kind)
    case .exceeded: return .tooLarge
    case .broken where reader.isExhausted && (isCut || reader.readsTar):
      return .truncated("its end is missing; not used")
    case .broken: return .damaged("its bytes or their checksum are wrong; not used")
    }
    if let size = member.size, size != bytes.count { return .damaged("not as long as the archive says; not used") }
    if kind == .gzip {
      let inflation = bytes.withUnsafeBytes { Inflation(.memory($0), budget: &budget, goesOn: goesOn) }
      take(inflation, place(of: member))
    } else {
      handOver(bytes[...], place(of: member))
    }
    return nil
  }

  private static let headSize = 1024
  /// Binary data of this size is no calendar that somebody damaged.
  private static let largestBinary = 64 << 20

  private enum Filling { case more, end, broken, exceeded }

  /// Appends what the member at hand holds, until there are so many bytes.
  private mutating func fill(_ bytes: inout [UInt8], to count: Int, from reader: inout MemberReader) -> Filling {
    while bytes.count < count {
      // Whoever wants to stop does not look at what was read.
      guard goesOn() else { return .end }
      switch reader.nextPiece() {
      case .bytes(let piece):
        guard piece.count <= budget else {
          isExceeded = true
          return .exceeded
        }
        budget -= piece.count
        bytes.append(contentsOf: piece)
      case .end: return .end
      case .broken: return .broken
      }
    }
    return .more
  }

  private enum Judgement { case take, pass, refuse(SourceRefusal.Reason) }

  /// What to do with a member, by its first bytes and by what its name promises.
  private func judgement(of head: [UInt8], _ kind: ContentKind, _ promise: Promise) -> Judgement {
    switch kind {
    case .calendar: return .take
    case .gzip:
      let inner = head.withUnsafeBytes { head in
        var stream = GzipStream(.memory(head))
        return ContentKind(of: stream.next())
      }
      if inner == .calendar || (promise == .calendar && inner.mayHoldCalendar) { return .take }
      return promise == .nothing ? .pass : .refuse(inner.isPacked ? .nestedArchive(inner) : .foreign(inner))
    case .zip, .tar: return promise == .nothing ? .pass : .refuse(.nestedArchive(kind))
    case .text, .binary:
      guard promise == .calendar else { return .pass }
      return head.isEmpty ? .refuse(.empty) : .take
    case .html, .json, .vCard, .pdf, .utf16: return promise == .calendar ? .refuse(.foreign(kind)) : .pass
    }
  }

  // MARK: Results

  /// Hands over what gzip packed, or says why not.
  private mutating func take(_ inflation: Inflation, _ place: SourceFile) {
    let kind = inflation.kind
    func refusal(_ reason: SourceRefusal.Reason) -> SourceRefusal { SourceRefusal(path: place.path, reason: reason) }
    switch inflation.outcome {
    case .tooLarge: findings.refuse(refusal(.tooLarge))
    case .damaged: findings.refuse(refusal(.damaged("the gzip data or its checksum is wrong; not used")))
    case .truncated:
      let truncated = refusal(.truncated("the end of the gzip data is missing"))
      let rest = Inflation.withoutEnd(inflation.bytes)
      guard kind == .calendar, !rest.isEmpty else { return findings.refuse(truncated) }
      findings.refusals.append(truncated)
      handOver(rest, place)
    case .stopped: findings.passedOver += 1
    case .whole where !place.isClaimed && kind != .calendar: findings.passedOver += 1
    case .whole where kind.isPacked: findings.refuse(refusal(.nestedArchive(kind)))
    case .whole where !kind.mayHoldCalendar: findings.refuse(refusal(.foreign(kind)))
    case .whole:
      if inflation.bytes.isEmpty {
        findings.refuse(refusal(kind == .binary ? .foreign(kind) : .empty))
      } else {
        handOver(inflation.bytes[...], place)
      }
    }
  }

  private mutating func handOver(_ bytes: ArraySlice<UInt8>, _ place: SourceFile) {
    findings.handedOver += 1
    bytes.withUnsafeBytes { body(place, $0) }
  }

  /// Says something about the archive as a whole.
  private mutating func say(_ reason: SourceRefusal.Reason) {
    findings.refusals.append(SourceRefusal(path: file.path, reason: reason))
  }

  private mutating func sayWhenEmpty() {
    if findings.handedOver == 0, findings.refusals.isEmpty { say(.emptyArchive) }
  }

  // MARK: Names

  /// What the name of a member makes one expect.
  private enum Promise {
    case calendar, archive, nothing

    init(_ name: String) {
      self =
        FileSuffix.promisesCalendar(name) ? .calendar : FileSuffix.promisesArchive(name) ? .archive : .nothing
    }
  }

  /// Below the archive's own path and name, like a file below a folder; where a path stands twice in the archive, it is numbered.
  private func place(of member: MemberReader.Member) -> SourceFile {
    let steps = member.name.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    let number = names[member.name] ?? 1
    let inner = (number > 1 ? "(\(number))/" : "") + (steps.isEmpty ? "(no name)" : steps)
    return SourceFile(
      path: file.path + "/" + inner, name: file.name + "/" + inner,
      isClaimed: FileSuffix.promisesCalendar(member.name))
  }

  /// As in walked folders, what begins with a dot is passed over; so are the shadows that macOS packs beside every file.
  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
  }
}
