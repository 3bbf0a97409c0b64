// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/helppanel.h"

#include "protocol/command/offering.h"
#include "ui/result/sessionactions.h"
#include "ui/session/helppage.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/languagechange.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int LeastHelpPart = 28; ///< pixels: a low window shows a little of the list, the page and the examples

} // namespace

HelpPanel::HelpPanel(const Theme &theme, SessionActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_page(new HelpPage(theme, this))
    , m_examplesTitle(new PlainLabel(this))
    , m_examples(new QListWidget(this))
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 8, 10, 8);
    bar->addWidget(m_filter);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_page);
    splitter->addWidget(makeExamples());
    splitter->setSizes({280, 250, 130});
    splitter->setChildrenCollapsible(false);
    for (int part = 0; part < splitter->count(); ++part)
        splitter->widget(part)->setMinimumHeight(LeastHelpPart);
    m_examples->setMinimumHeight(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(splitter, 1);

    m_filter->setClearButtonEnabled(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new CellDelegate(theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    connect(m_filter, &QLineEdit::textChanged, this, &HelpPanel::applyFilter);
    connect(m_list, &QListWidget::currentItemChanged, this, &HelpPanel::showPage);
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (const CommandSpec *command = selected())
            m_actions.compose(command->examples.value(0, command->verb));
    });
    connect(&theme, &Theme::changed, this, &HelpPanel::refresh);
    onLanguageChange(this, &HelpPanel::retranslate);
    retranslate();
}

QWidget *HelpPanel::makeExamples()
{
    auto *area = new QWidget(this);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_examplesTitle);
    layout->addWidget(m_examples, 1);
    m_examplesTitle->setContentsMargins(10, 0, 10, 0);
    setTone(m_examplesTitle, Tone::Heading);
    m_examplesTitle->setBuddy(m_examples);
    m_examples->setFrameShape(QFrame::NoFrame);
    m_examples->setUniformItemSizes(true);
    m_examples->setItemDelegate(new CellDelegate(m_theme, m_examples));
    m_examples->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_examples->setTextElideMode(Qt::ElideRight);
    const auto compose = [this](const QListWidgetItem *item) { m_actions.compose(item->text()); };
    connect(m_examples, &QListWidget::itemClicked, this, compose);
    connect(m_examples, &QListWidget::itemActivated, this, compose);
    return area;
}

/// Why it is not offered here.
std::optional<Error> HelpPanel::reasonAgainst(const CommandSpec &command) const
{
    return m_reader.platform ? notOffered(command, m_reader.access, *m_reader.platform) : std::nullopt;
}

void HelpPanel::setReader(const HelpReader &reader)
{
    if (m_reader == reader)
        return;
    m_reader = reader;
    refresh();
}

void HelpPanel::follow(const QString &verb)
{
    if (isVisible() && !verb.isEmpty())
        showVerb(verb);
}

void HelpPanel::addCommand(const CommandSpec &command)
{
    const auto reason = reasonAgainst(command);
    auto *item = new QListWidgetItem(QString(command.verb % u" — "_s % Words::commandPurpose(command.verb)), m_list);
    item->setSizeHint({0, fontMetrics().height() + 8});
    item->setData(Qt::UserRole, command.verb);
    item->setToolTip(plainToolTip(reason ? Words::errorText(*reason) : Words::commandPurpose(command.verb)));
    item->setForeground(m_theme.color(reason ? Color::DimText : Color::Text));
}

void HelpPanel::refresh()
{
    const QString verb = selected() ? selected()->verb : QString();
    m_list->clear();
    for (const auto &command : Catalogue::instance().commands())
        addCommand(command);
    applyFilter();
    showVerb(verb.isEmpty() ? Catalogue::instance().commands().first().verb : verb);
}

void HelpPanel::applyFilter()
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(!m_list->item(row)->text().contains(m_filter->text(), Qt::CaseInsensitive));
}

const CommandSpec *HelpPanel::selected() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? Catalogue::instance().find(item->data(Qt::UserRole).toString()) : nullptr;
}

void HelpPanel::showVerb(const QString &verb)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == verb)
            m_list->setCurrentRow(row);
    }
}

void HelpPanel::showPage()
{
    if (const CommandSpec *command = selected()) {
        m_page->setCommand(*command, m_reader, reasonAgainst(*command));
        showExamples(*command);
    }
}

void HelpPanel::showExamples(const CommandSpec &command)
{
    m_examples->clear();
    for (const QString &example : command.examples) {
        auto *item = new QListWidgetItem(example, m_examples);
        item->setFont(m_theme.consoleFont());
        item->setSizeHint({0, QFontMetrics(m_theme.consoleFont()).height() + 8});
        item->setToolTip(plainToolTip(tr("Put into the input line")));
    }
}

void HelpPanel::retranslate()
{
    m_examplesTitle->setText(tr("Examples"));
    m_examples->setAccessibleName(tr("Examples"));
    m_filter->setPlaceholderText(tr("Filter commands"));
    m_filter->setAccessibleName(tr("Filter commands"));
    m_list->setAccessibleName(tr("Commands"));
    m_page->setAccessibleName(tr("Help"));
    refresh();
}

} // namespace Sonde::Client

#include "moc_helppanel.cpp"
