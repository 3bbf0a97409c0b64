// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/administeredlist.h"
#include "ui/administration/base/section.h"
#include "ui/administration/base/tabletext.h"
#include "ui/settings/workstationsettings.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/tones.h"

#include <QAction>

class QBoxLayout;
class QFormLayout;
class QGridLayout;
class QLineEdit;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace Sonde::Client {

class ActionButton;
class ElidedLabel;
class EmptyState;
class FilterRow;
class PlainLabel;
class Theme;

/// A section that is a list: what is filtered and chosen in it, a pane that says more of what is chosen, and what can be done about it, by
/// button, menu and key.
class ListSection : public Section
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListSection)

public:
    [[nodiscard]] std::optional<Error> whyNotSeen() const override { return m_list.whyNotSeen(); }
    void saveLayout() override;
    [[nodiscard]] QTableView &table() const { return *m_table; }

protected:
    /// What stands where nothing is listed, and above the list.
    struct Texts {
        QString filter;  ///< its placeholder
        QString count;   ///< of those shown
        QString nothing; ///< there is none: a title
        QString more;    ///< … and what that means
    };
    struct Parts {
        AdministeredList &list;
        TableText &text;
        const Setting<QByteArray> &header;
    };
    /// Where an action has its button.
    enum class Place { List, Pane };

    /// What `parts` names outlives it. `build()` is called by the constructors of those that are derived.
    ListSection(const Parts &parts, Theme &theme, Settings &settings, QWidget *parent);
    void build(std::vector<ColumnFit::Column> columns);

    [[nodiscard]] virtual Texts texts(int shown, int total) const = 0;
    /// The pane is made for what is chosen; not called while nothing is.
    virtual void showCurrent() = 0;
    /// All but texts().
    virtual void retranslate() = 0;
    /// What is done by Enter and double click.
    virtual void openCurrent() {}

    /// An action with a button; its words are set in retranslate(). One of the list is for who may change the list; of one of the pane
    /// showCurrent() says whether it can be used.
    QAction *addDeed(Place place, const QKeySequence &key, ButtonRole role, std::function<void()> run);
    /// A line of the pane. What is read there can be selected.
    struct Fact {
        PlainLabel *title = nullptr;
        PlainLabel *value = nullptr;
    };
    Fact addFact();
    void setFact(const Fact &fact, const QString &value);
    void setHeading(const QString &name, const QString &description);
    /// Below the facts.
    void addToPane(QWidget &part);
    /// Another list that is needed while this one is looked at; outlives it.
    void needList(AdministeredList &list) { m_lists << &list; }
    /// The list keeps its order: it means something.
    void setRanked();

    [[nodiscard]] QModelIndex current() const;
    void choose(const QModelIndex &index);
    /// What came of a change; it is told when it was refused.
    [[nodiscard]] ChangeAnswer told();
    /// After what the section was made of has changed.
    void refresh();
    [[nodiscard]] Theme &theme() const { return m_theme; }
    [[nodiscard]] Settings &settings() const { return m_settings; }

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    [[nodiscard]] QWidget *makePane();
    void orderTabs();
    void setUpTable(std::vector<ColumnFit::Column> columns);
    void setFollowed(bool followed);
    void followList();
    void showEmpty(const Texts &texts, int total);
    void showMenu(const QPoint &place);
    void translate();

    Parts m_parts;
    AdministeredList &m_list;
    TableText &m_text;
    Theme &m_theme;
    Settings &m_settings;
    QLineEdit *m_filter = nullptr;
    PlainLabel *m_count = nullptr;
    FilterRow *m_row = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    ColumnFit *m_columns = nullptr;
    QScrollArea *m_pane = nullptr;
    ElidedLabel *m_name = nullptr;
    PlainLabel *m_description = nullptr;
    QFormLayout *m_facts = nullptr;
    QBoxLayout *m_more = nullptr; ///< of the pane, below the facts
    QGridLayout *m_buttons = nullptr;
    QList<QAction *> m_listDeeds, m_paneDeeds;
    QList<QWidget *> m_paneParts, m_paneButtons;
    QWidget *m_lastOfList = nullptr;   ///< of the parts above the list, by the key Tab
    QList<AdministeredList *> m_lists; ///< that are followed while the section is shown
    bool m_followed = false;
    bool m_ranked = false;
};

} // namespace Sonde::Client
