// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/yara/workerloop.h"

#include "agent/examination/yara/archivemembers.h"
#include "agent/examination/yara/memoryblocks.h"
#include "agent/examination/yara/packet.h"
#include "agent/examination/yara/yaraanswer.h"
#include "protocol/base/codec.h"
#include "protocol/rules/compiledrules.h"
#include "transport/base/processlimits.h"

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using namespace Linux;

constexpr qint64 MostMemory = 1024LL * 1024 * 1024;
constexpr qint64 MostWritten = 1024LL * 1024 * 1024; ///< compiled rules
constexpr qint64 MostRuleBytes = 256LL * 1024 * 1024;
constexpr qsizetype MostText = 300; ///< characters of what a rule says of itself
constexpr size_t MostPlaces = 4;    ///< of a rule
constexpr qsizetype MostPlaceBytes = 48;
constexpr qsizetype MostMatchBytes = 100 * 1024; ///< of an answer

/// A rule's own words, as text of a bounded length.
QString wordsOf(const char *text)
{
    return text ? QString::fromUtf8(text).left(MostText) : QString();
}

void readMeta(YaraMatch &match, const YR_META &meta)
{
    const QString name = QString::fromUtf8(meta.identifier).toLower();
    if (meta.type == META_TYPE_INTEGER) {
        if (name == u"score" || name == u"severity")
            match.score = std::clamp<qint64>(meta.integer, 0, 100);
        return;
    }
    if (meta.type != META_TYPE_STRING)
        return;
    const QString words = wordsOf(meta.string);
    if (name == u"author")
        match.author = words;
    else if (name == u"license" || name == u"licence" || (name == u"license_url" && match.license.isEmpty()))
        match.license = words;
    else if (name == u"description")
        match.description = words;
    else if (name == u"reference")
        match.reference = words;
    else if (name == u"severity" || name == u"threat_level")
        match.severity = words;
}

YaraMatch matchOf(YR_SCAN_CONTEXT *context, YR_RULE *rule)
{
    YaraMatch match;
    match.rule = wordsOf(rule->identifier);
    match.source = wordsOf(rule->ns->name);
    YR_META *meta = nullptr;
    yr_rule_metas_foreach(rule, meta) readMeta(match, *meta);
    YR_STRING *string = nullptr;
    yr_rule_strings_foreach(rule, string)
    {
        YR_MATCH *place = nullptr;
        yr_string_matches_foreach(context, string, place)
        {
            if (match.places.size() == MostPlaces)
                return match;
            match.places.push_back({QString::fromUtf8(string->identifier), place->base + place->offset,
                QByteArray(reinterpret_cast<const char *>(place->data),
                    std::min<qsizetype>(place->data_length, MostPlaceBytes))});
        }
    }
    return match;
}

/// The matches of one scan, as far as they fit into an answer.
class Collector final
{
public:
    explicit Collector(YaraAnswer &answer)
        : m_answer(answer)
    {
    }

    /// What comes now is found in this member of an archive.
    void setMember(const QString &name) { m_member = name; }

    static int take(YR_SCAN_CONTEXT *context, int message, void *data, void *self)
    {
        if (message == CALLBACK_MSG_RULE_MATCHING)
            static_cast<Collector *>(self)->add(matchOf(context, static_cast<YR_RULE *>(data)));
        return CALLBACK_CONTINUE; // also where a string is found too often, or slowly
    }

private:
    void add(YaraMatch match)
    {
        match.member = m_member;
        m_bytes += Codec::toBytes(match).size();
        if (m_bytes > MostMatchBytes)
            m_answer.isCut = true;
        else
            m_answer.matches.push_back(std::move(match));
    }

    YaraAnswer &m_answer;
    QString m_member;
    qsizetype m_bytes = 0;
};

/// What a process of this kind does, one order after the other.
class Loop final
{
public:
    explicit Loop(int socket)
        : m_socket(socket)
    {
    }
    ~Loop()
    {
        if (m_scanner) // libyara does not ask
            yr_scanner_destroy(m_scanner);
    }
    Q_DISABLE_COPY_MOVE(Loop)

    void run()
    {
        while (auto packet = receivePacket(m_socket)) {
            const auto order = Codec::fromBytes<YaraOrder>(packet->bytes);
            if (!order || !sendPacket(m_socket, Codec::toBytes(answer(*order, packet->files))))
                return;
        }
    }

private:
    YaraAnswer answer(const YaraOrder &order, const std::vector<Descriptor> &files)
    {
        if (order.what == u"compile" && files.size() == order.names.size() + 1)
            return compile(order, files);
        if (order.what == u"load" && files.size() == 1)
            return load(files.front());
        if (order.what == u"file" && files.size() == 1 && m_scanner)
            return scanFile(order, files.front());
        if (order.what == u"archive" && files.size() == 1)
            return scanArchive(order, files.front());
        if (order.what == u"memory" && files.size() == 3 && m_scanner)
            return scanMemory(order, files);
        return stopped(u"order"_s);
    }

    static YaraAnswer stopped(const QString &why)
    {
        YaraAnswer answer;
        answer.stopped = why;
        return answer;
    }

    static YaraAnswer compile(const YaraOrder &order, const std::vector<Descriptor> &files)
    {
        std::vector<RuleSource> sources;
        for (size_t i = 0; i < order.names.size(); ++i) {
            const auto text = readRest(files[i], MostRuleBytes);
            if (!text)
                return stopped(u"read"_s);
            sources.push_back({order.names[i], *text});
        }
        const auto rules = CompiledRules::compile(sources);
        YaraAnswer answer;
        if (!rules) {
            answer.stopped = u"rules"_s;
            answer.name = rules.error().subject;
            answer.words = rules.error().reason;
            answer.line = rules.error().facts.number(Fact::Line);
            return answer;
        }
        const int output = files.back().number();
        const auto saved = rules->save([output](const char *bytes, size_t size) {
            size_t done = 0;
            while (done < size) {
                const ssize_t written = ::write(output, bytes + done, size - done);
                if (written <= 0)
                    break;
                done += size_t(written);
            }
            return done;
        });
        return saved ? answer : stopped(u"write"_s);
    }

    YaraAnswer load(const Descriptor &file)
    {
        auto rules = CompiledRules::load([&file](char *bytes, size_t size) {
            size_t done = 0;
            while (done < size) {
                const ssize_t count = ::read(file.number(), bytes + done, size - done);
                if (count <= 0)
                    break;
                done += size_t(count);
            }
            return done;
        });
        if (!rules)
            return stopped(rules.error().reason);
        m_rules.emplace(std::move(*rules));
        if (yr_scanner_create(m_rules->get(), &m_scanner) != ERROR_SUCCESS)
            return stopped(u"memory"_s);
        YaraAnswer answer;
        answer.rules = m_rules->get()->num_rules;
        return answer;
    }

    YaraAnswer scanFile(const YaraOrder &order, const Descriptor &file)
    {
        YaraAnswer answer;
        struct stat facts{};
        if (::fstat(file.number(), &facts) != 0)
            return stopped(u"read"_s);
        if (facts.st_size == 0)
            return answer;
        Collector collector(answer);
        prepare(collector, order, SCAN_FLAGS_REPORT_RULES_MATCHING);
        finish(answer, yr_scanner_scan_fd(m_scanner, file.number()));
        answer.bytes = facts.st_size;
        return answer;
    }

    /// Each file in it by itself, as far as it may be unpacked. What is in an archive in it is looked at as it lies there.
    YaraAnswer scanArchive(const YaraOrder &order, const Descriptor &file)
    {
        YaraAnswer answer;
        Collector collector(answer);
        prepare(collector, order, SCAN_FLAGS_REPORT_RULES_MATCHING);
        ArchiveMembers members(file, order.mostBytes);
        while (members.next()) {
            answer.bytes += members.content().size();
            collector.setMember(members.name());
            // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes are bytes
            const auto *bytes = reinterpret_cast<const uint8_t *>(members.content().constData());
            if (m_scanner && !members.content().isEmpty())
                finish(answer, yr_scanner_scan_mem(m_scanner, bytes, size_t(members.content().size())));
        }
        if (answer.stopped.isEmpty())
            answer.stopped = members.whyStopped();
        return answer;
    }

    YaraAnswer scanMemory(const YaraOrder &order, const std::vector<Descriptor> &files)
    {
        YaraAnswer answer;
        Collector collector(answer);
        MemoryBlocks blocks(files[0], files[1], files[2], order.mostBytes);
        prepare(collector, order, SCAN_FLAGS_REPORT_RULES_MATCHING | SCAN_FLAGS_PROCESS_MEMORY);
        finish(answer, yr_scanner_scan_mem_blocks(m_scanner, blocks.iterator()));
        answer.bytes = blocks.bytes();
        answer.swapped = blocks.swapped();
        if (answer.stopped.isEmpty() && blocks.isVanished())
            answer.stopped = u"vanished"_s;
        else if (answer.stopped.isEmpty() && blocks.isCut())
            answer.stopped = u"bytes"_s;
        return answer;
    }

    void prepare(Collector &collector, const YaraOrder &order, int flags)
    {
        if (!m_scanner)
            return;
        yr_scanner_set_callback(m_scanner, &Collector::take, &collector);
        yr_scanner_set_timeout(m_scanner, int(order.seconds));
        yr_scanner_set_flags(m_scanner, flags);
    }

    static void finish(YaraAnswer &answer, int code)
    {
        if (code == ERROR_SCAN_TIMEOUT)
            answer.stopped = u"time"_s;
        else if (code == ERROR_COULD_NOT_MAP_FILE || code == ERROR_COULD_NOT_OPEN_FILE)
            answer.stopped = u"read"_s;
        else if (code != ERROR_SUCCESS)
            answer.stopped = u"error %1"_s.arg(code);
    }

    int m_socket;
    std::optional<CompiledRules> m_rules;
    YR_SCANNER *m_scanner = nullptr;
};

} // namespace

int runYaraWorker()
{
    becomeWorker({.memory = MostMemory, .written = MostWritten});
    if (yr_initialize() != ERROR_SUCCESS)
        return 1;
    uint32_t shown = MostPlaceBytes;
    yr_set_configuration(YR_CONFIG_MAX_MATCH_DATA, &shown);
    Loop(YaraWorkerSocket).run();
    return 0;
}

} // namespace Sonde::Agent
