// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/artifacts/yamltree.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

constexpr size_t MostDeep = 16;
constexpr qint64 MostNodes = 200'000;
/// Brackets within brackets, long before the parser would be in trouble.
constexpr int MostBrackets = 64;
constexpr qsizetype MostIndented = 256;

std::unexpected<Error> malformed(const QString &name, qint64 line, const QString &reason)
{
    return fail(ErrorCode::ArtifactsMalformed, name, reason).with(Fact::Line, line);
}

/// yaml-cpp reads nested things by recursion. What is nested beyond reason does not come to it.
std::optional<qint64> tooNestedAt(const QByteArray &text)
{
    qint64 line = 1;
    int brackets = 0;
    qsizetype indented = 0;
    bool atStart = true;
    for (const char c : text) {
        if (c == '\n') {
            ++line;
            indented = 0;
            atStart = true;
            continue;
        }
        brackets = std::max(0, brackets + (c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0));
        atStart = atStart && (c == ' ' || c == '-' || c == '?' || c == ':');
        indented += atStart ? 1 : 0;
        if (brackets > MostBrackets || indented > MostIndented)
            return line;
    }
    return {};
}

/// What this reader does not take; yaml-cpp's own way out of its parser.
class Refusal final : public std::runtime_error
{
public:
    Refusal(const YAML::Mark &mark, const char *why)
        : runtime_error(why)
        , m_line(qint64(mark.line) + 1)
    {
    }
    [[nodiscard]] qint64 line() const { return m_line; }

private:
    qint64 m_line;
};

class TreeBuilder final : public YAML::EventHandler
{
public:
    std::vector<YamlNode> documents;

    void OnDocumentStart(const YAML::Mark &) override { m_open.clear(); }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t) override { place(node(mark, YamlNode::Kind::Null)); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        throw Refusal(mark, "aliases (*name) are not taken here");
    }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t, const std::string &value) override
    {
        YamlNode scalar = node(mark, YamlNode::Kind::Scalar);
        scalar.text = QByteArray::fromStdString(value);
        place(std::move(scalar));
    }
    void OnSequenceStart(
        const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        open(mark, YamlNode::Kind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        open(mark, YamlNode::Kind::Map);
    }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        YamlNode node;
        std::optional<QByteArray> key; ///< of a map, waiting for its value
    };

    YamlNode node(const YAML::Mark &mark, YamlNode::Kind kind)
    {
        if (++m_count > MostNodes)
            throw Refusal(mark, "there are too many things in it");
        return {.kind = kind, .line = qint64(mark.line) + 1, .text = {}, .items = {}, .members = {}};
    }
    void open(const YAML::Mark &mark, YamlNode::Kind kind)
    {
        if (m_open.size() >= MostDeep)
            throw Refusal(mark, "it is nested too deep");
        m_open.push_back({node(mark, kind), {}});
    }
    void close()
    {
        YamlNode finished = std::move(m_open.back().node);
        m_open.pop_back();
        place(std::move(finished));
    }
    void place(YamlNode finished)
    {
        if (m_open.empty()) {
            documents.push_back(std::move(finished));
            return;
        }
        Open &parent = m_open.back();
        if (parent.node.kind == YamlNode::Kind::List)
            parent.node.items.push_back(std::move(finished));
        else if (parent.key)
            parent.node.members.push_back({*std::exchange(parent.key, {}), std::move(finished)});
        else
            takeKey(parent, finished);
    }
    static void takeKey(Open &parent, const YamlNode &key)
    {
        YAML::Mark mark;
        mark.line = int(key.line - 1);
        if (key.kind != YamlNode::Kind::Scalar)
            throw Refusal(mark, "a name has to be a word");
        if (parent.node.member(key.text))
            throw Refusal(mark, "a name is there twice");
        parent.key = key.text;
    }

    std::vector<Open> m_open;
    qint64 m_count = 0;
};

} // namespace

const YamlNode *YamlNode::member(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(members, [name](const Member &one) { return one.name == name; });
    return found == members.end() ? nullptr : &found->value;
}

Result<std::vector<YamlNode>> readYaml(const QString &name, const QByteArray &text)
{
    if (text.size() > MostYamlBytes)
        return fail(ErrorCode::TooLarge, name).with(Fact::Limit, MostYamlBytes).with(Fact::Actual, text.size());
    if (const auto line = tooNestedAt(text))
        return malformed(name, *line, u"it is nested too deep"_s);
    TreeBuilder builder;
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {}
    } catch (const YAML::Exception &exception) {
        return malformed(name, qint64(exception.mark.line) + 1, QString::fromStdString(exception.msg));
    } catch (const Refusal &refusal) {
        return malformed(name, refusal.line(), QString::fromUtf8(refusal.what()));
    } catch (const std::exception &exception) {
        return malformed(name, 1, QString::fromUtf8(exception.what()));
    }
    return std::move(builder.documents);
}

} // namespace Sonde::Service
